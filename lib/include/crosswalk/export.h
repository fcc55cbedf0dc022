// CROSSWALK_API marks what libcrosswalk lets others see; everything else in it is hidden.
//
// The library is compiled with hidden visibility. Functions and classes of the public headers carry
// the mark; classes with virtual functions that others implement carry it too, so that both sides
// agree on their type. CROSSWALK_LOCAL takes a nested type out again. A test reads the symbols of
// the built library (tests/packaging/exports_test.py).
#ifndef CROSSWALK_EXPORT_H
#define CROSSWALK_EXPORT_H

#if defined(__GNUC__)
#define CROSSWALK_API __attribute__((visibility("default")))
#define CROSSWALK_LOCAL __attribute__((visibility("hidden")))
#else
#define CROSSWALK_API
#define CROSSWALK_LOCAL
#endif

#endif  // CROSSWALK_EXPORT_H
