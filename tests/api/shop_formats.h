// The embedded formats and those of the made-up shop, from a folder.
#ifndef CROSSWALK_TESTS_API_SHOP_FORMATS_H
#define CROSSWALK_TESTS_API_SHOP_FORMATS_H

#include <gtest/gtest.h>

#include "crosswalk/formats.h"
#include "support/shop_format.h"
#include "support/temp_folder.h"

namespace crosswalk::tests {

/// Loads everything.
inline Formats shop_formats() {
  const TempFolder folder;
  folder.write("shop/customers.schema.json", kShopCustomers);
  folder.write("shop/answer.schema.json", kShopAnswer);
  folder.write("shop/guests.schema.json", kShopGuests);
  Formats formats = Formats::embedded().value();
  const Status status = formats.add_folder(folder.path());
  if (!status.ok()) ADD_FAILURE() << status.error().message;
  return formats;
}

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_API_SHOP_FORMATS_H
