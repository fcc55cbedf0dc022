// See writing.h.
#include "pipeline/writing.h"

#include <algorithm>
#include <utility>

#include "conversion/object_plan.h"
#include "conversion/object_writer.h"
#include "conversion/request.h"
#include "conversion/row_mapping.h"
#include "conversion/row_writer.h"
#include "conversion/text_row_plan.h"
#include "pipeline/column_gatherer.h"
#include "pipeline/mapped_row_writer.h"
#include "pipeline/nested_row_writer.h"
#include "pipeline/plan_writer.h"
#include "pipeline/row_plan_writer.h"
#include "pipeline/row_records.h"
#include "pipeline/tape_writer.h"

namespace crosswalk::pipeline {
namespace {

using format::LayoutKind;

/// True if cells of a column are written in a form of their own, which is that of CSV alone.
bool has_forms(const SourceSide& source) {
  for (std::size_t i = 0; i < source.columns.size(); ++i) {
    if (source.table->column_form(i) != nullptr) return true;
  }
  return false;
}

/// True if a compiled plan can take the rows over.
bool takes_plan(const RunSetup& setup, const Conversion& conversion, const SourceSide& source,
                bool has_step) {
  const auto is_plain_table = [](const format::Layout& layout) {
    return layout.kind == LayoutKind::kHeaderData || layout.kind == LayoutKind::kCsv;
  };
  const bool can_quote =
      conversion.target->kind == LayoutKind::kHeaderData || conversion.target->quote != 0;
  const bool stays_csv =
      setup.layout->kind == LayoutKind::kCsv && conversion.target->kind == LayoutKind::kCsv;
  return (source.table ? stays_csv || !has_forms(source) : stays_csv) && !has_step &&
         !conversion.columns && can_quote && is_plain_table(*setup.layout) &&
         is_plain_table(*conversion.target) && setup.options->engine == Engine::kCompiled;
}

/// How the cells of a column are written: as the source types it, else as the format says.
conversion::RowColumn column_called(const std::string& name, const SourceSide& source,
                                    const format::FieldTable& fields) {
  conversion::RowColumn column{name, {}};
  const auto known = std::ranges::find(source.columns, name);
  const auto field = fields.find(name);
  if (field) {
    column.rule = {field->field->annotation.as, field->field->is_list};
    const format::CellForm& form = field->field->annotation.cell;
    if (!form.is_usual() && !field->field->is_list) column.form = form;
  }
  if (!field && fields.is_nested()) column.rule.as = format::As::kJson;
  if (source.table && known != source.columns.end() && column.rule.as != format::As::kJson) {
    const auto number = static_cast<std::size_t>(known - source.columns.begin());
    column.rule.as = source.table->column_as(number);
  }
  return column;
}

/// How a row writes a missing value.
format::Missing missing_in_row(const RunSetup& setup, const Conversion& conversion) {
  if (conversion.missing) return *conversion.missing;
  const std::vector<format::Missing>& known = target_of(setup, conversion).missing;
  const bool is_null_first = !known.empty() && known.front() == format::Missing::kNull;
  return is_null_first ? format::Missing::kNull : format::Missing::kEmpty;
}

diagnostics::RuleId delimiter_rule(const RunSetup& setup, const format::Layout& layout) {
  const format::Check* check = layout.check_on("delimiter-in-value");
  if (check == nullptr) return diagnostics::kConvertDelimiterInValue;
  return setup.rules->find(check->rule);
}

}  // namespace

const format::Definition& target_of(const RunSetup& setup, const Conversion& conversion) {
  return conversion.definition != nullptr ? *conversion.definition : *setup.definition;
}

const check::Program& program_of(const RunSetup& setup, const Conversion& conversion) {
  return conversion.program != nullptr ? *conversion.program : *setup.program;
}

bool has_request(const RunSetup& setup, const Conversion& conversion) {
  const auto& place = target_of(setup, conversion).records;
  const bool has_members = conversion.target->kind == LayoutKind::kDocument ||
                           conversion.target->kind == LayoutKind::kForm;
  return has_members && place && !place->steps.empty();
}

bool needs_columns(const RunSetup& setup, const Conversion& conversion) {
  const bool has_own = !conversion.mapping && format::has_rows(setup.layout->kind);
  return format::has_rows(conversion.target->kind) && !has_own && !conversion.columns;
}

std::string request_of(const RunSetup& setup, const Conversion& conversion,
                       const std::optional<check::Envelope>& envelope) {
  if (!has_request(setup, conversion)) return {};
  conversion::RequestParts parts;
  parts.definition = &target_of(setup, conversion);
  if (!conversion.mapping) parts.source = envelope;
  parts.settings =
      check::envelope_of_settings(program_of(setup, conversion), setup.options->settings);
  parts.has_secrets = conversion.has_secrets;
  return conversion::make_request(parts);
}

Result<std::unique_ptr<Writing>> Writing::start(const RunSetup& setup, const Conversion& conversion,
                                                const SourceSide& source) {
  auto writing = std::make_unique<Writing>();
  writing->take_step(setup, conversion, source);
  writing->nfc_ = setup.options->nfc;
  if (takes_plan(setup, conversion, source, writing->mapping_ || writing->within_)) {
    if (Status planned = writing->plan_rows(setup, conversion, source); !planned.ok())
      return planned.error();
  } else if (format::has_rows(conversion.target->kind)) {
    writing->write_rows(setup, conversion, source);
  } else if (conversion.target->kind == LayoutKind::kDocument ||
             conversion.target->kind == LayoutKind::kNdjson) {
    writing->write_objects(setup, conversion, source);
  } else {
    return Error{ErrorKind::kUsage, "layout " + conversion.target->name + " is not written"};
  }
  return writing;
}

std::unique_ptr<Writing> Writing::gather(const RunSetup& setup, const Conversion& conversion,
                                         const SourceSide& source) {
  auto writing = std::make_unique<Writing>();
  writing->take_step(setup, conversion, source);
  writing->table_ = format::fields_of(target_of(setup, conversion));
  writing->gathered_ = std::make_unique<conversion::ColumnList>(*writing->table_);
  return writing;
}

// Rows write what is missing themselves.
void Writing::take_step(const RunSetup& setup, const Conversion& conversion,
                        const SourceSide& source) {
  const bool writes_rows = format::has_rows(conversion.target->kind);
  mapping_ = conversion.mapping;
  has_null_cells_ = conversion.missing && *conversion.missing != format::Missing::kAbsent &&
                    (mapping_ || !writes_rows);
  if (mapping_) return;
  conversion::WithinOptions options;
  options.definition = setup.definition;
  options.rules = setup.rules;
  options.policy = setup.policy;
  options.columns = source.columns;
  if (!writes_rows) options.missing = conversion.missing;
  if (conversion::WithinStep::make(options)) within_ = std::move(options);
}

Status Writing::plan_rows(const RunSetup& setup, const Conversion& conversion,
                          const SourceSide& source) {
  columns_ = source.columns;
  std::vector<conversion::PlanColumn> columns;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    columns.push_back({columns_[i], source.table ? source.table->column_as(i) : format::As::kText});
  auto plan = conversion::TablePlan::compile(
      columns, {setup.layout, conversion.target, missing_in_row(setup, conversion)});
  if (!plan.ok()) return plan.error();
  plan_ = std::move(plan).value();
  frame_ = plan_->frame();
  return {};
}

void Writing::write_rows(const RunSetup& setup, const Conversion& conversion,
                         const SourceSide& source) {
  const format::Layout& target = *conversion.target;
  const format::FieldTable fields(format::fields_of(target_of(setup, conversion)));
  std::vector<std::string> names = conversion.columns.value_or(source.columns);
  if (within_) names = conversion::WithinStep::make(*within_)->written_columns(names);
  for (const std::string& name : names) {
    const auto known = fields.find(name);
    columns_.push_back(known ? format::column_of(*known->field, known->member) : name);
  }
  std::vector<conversion::RowColumn> columns;
  for (const std::string& name : columns_) columns.push_back(column_called(name, source, fields));

  const bool are_texts = std::ranges::none_of(columns, [&](const conversion::RowColumn& column) {
    const bool is_any = column.rule.as == format::As::kJson;
    return column.form || column.rule.is_list || (is_any && target.kind != LayoutKind::kCsv);
  });
  if (mapping_ && are_texts && setup.options->engine == Engine::kCompiled && !nfc_) {
    made_rows_ = MadeRows{setup.layout,
                          &target,
                          nullptr,
                          {},
                          {},
                          target.delimiters.front(),
                          missing_in_row(setup, conversion)};
    for (std::uint32_t i = 0; i < columns.size(); ++i) {
      made_rows_->columns.push_back({columns[i].name, columns[i].rule.as});
      if (columns[i].rule.as == format::As::kJson) made_rows_->any_columns.push_back(i);
    }
  }
  const bool stay_as_they_are = !mapping_ && !within_ && columns_ == source.columns;
  if (stay_as_they_are && target.quote == 0 && target.kind != LayoutKind::kHeaderData &&
      setup.options->engine == Engine::kCompiled)
    bare_ = {target.delimiters.front(), target.kind == LayoutKind::kForm};

  conversion::RowLayout layout;
  layout.kind = target.kind;
  layout.dialect = {target.delimiters.front(), target.quote};
  layout.list_separator = target.list_separator;
  if (missing_in_row(setup, conversion) == format::Missing::kNull) layout.missing = "null";
  layout.delimiter_in_value = delimiter_rule(setup, target);
  if (target.kind == LayoutKind::kForm) {
    const std::string request = request_of(setup, conversion, source.envelope);
    layout.dialect.delimiter = conversion::form_delimiter(target, request);
    if (bare_) bare_->delimiter = layout.dialect.delimiter;
    if (made_rows_) made_rows_->delimiter = layout.dialect.delimiter;
    frame_ = conversion::form_frame(target, request, columns_);
  } else {
    frame_ = conversion::make_frame(target, columns_);
  }
  make_writer_ = [layout = std::move(layout), fields = fields.fields(),
                  columns = std::move(columns)] {
    return std::make_shared<conversion::RowWriter>(layout, fields, columns);
  };
}

void Writing::write_objects(const RunSetup& setup, const Conversion& conversion,
                            const SourceSide& source) {
  const format::Definition& definition = target_of(setup, conversion);
  are_lines_ = conversion.target->kind == LayoutKind::kNdjson;
  const bool stay_as_they_are = !mapping_ && !within_;
  if (stay_as_they_are && setup.options->engine == Engine::kCompiled) objects_ = &definition;
  if (mapping_ && setup.options->engine == Engine::kCompiled && !nfc_)
    made_rows_ = MadeRows{setup.layout, conversion.target,      &definition, {}, {},
                          ',',          format::Missing::kEmpty};
  if (!are_lines_)
    frame_ = conversion::document_frame(definition, request_of(setup, conversion, source.envelope),
                                        source.is_list);
  make_writer_ = [&definition, are_lines = are_lines_] {
    return std::make_shared<conversion::ObjectWriter>(definition.schema, definition.record,
                                                      are_lines);
  };
}

// Names are written in NFC by those who write records, but not by a plan.
std::unique_ptr<const conversion::RowPlan> Writing::row_plan_for(const BoundRows& rows) const {
  using conversion::ObjectPlan;
  if (bare_ && rows.table) {
    auto plan = conversion::BareRowPlan::compile(*rows.table, *bare_);
    if (plan) return std::make_unique<const conversion::BareRowPlan>(*std::move(plan));
  }
  if (objects_ == nullptr || nfc_) return nullptr;
  const format::Schema& schema = objects_->schema;
  const format::NodeId record = objects_->record;
  if (rows.table)
    return std::make_unique<const ObjectPlan>(
        ObjectPlan::of_table(*rows.table, has_null_cells_, schema, record, are_lines_));
  if (rows.columns)
    return std::make_unique<const ObjectPlan>(
        ObjectPlan::of_nested(*rows.columns, schema, record, are_lines_));
  return nullptr;
}

void Writing::add_columns(const std::vector<std::string>& columns) {
  for (const std::string& column : columns) gathered_->add(column);
}

JobWriter Writing::writer_for(const BoundRows& rows) {
  if (plan_) return {nullptr, nullptr, std::make_unique<PlanWriter>(*plan_)};
  auto step = mapping_ ? std::make_shared<MappingStep>(*mapping_) : nullptr;
  if (gathered_) return gatherer_for(rows, std::move(step));
  if (auto mapped = step ? mapped_writer_for(rows, step) : nullptr)
    return {std::move(step), nullptr, std::move(mapped)};
  auto plan = row_plan_for(rows);
  if (plan == nullptr) {
    auto writer = plain_writer_for(rows, step.get());
    return {std::move(step), nullptr, std::move(writer)};
  }
  std::unique_ptr<BatchWriter> plain =
      rows.table ? plain_writer_for(rows, nullptr)
                 : std::make_unique<NestedRowWriter>(rows.columns, RecordWay{make_writer_()});
  return {nullptr, nullptr, std::make_unique<RowPlanWriter>(std::move(plan), std::move(plain))};
}

// Nothing if records are no rows, or rows under columns of one name.
std::optional<conversion::SourceColumns> Writing::source_columns_of(const BoundRows& rows,
                                                                    const MappingStep& step) const {
  if (rows.table) return conversion::source_columns(*step.mapping(), *rows.table, has_null_cells_);
  if (rows.columns) return conversion::source_columns(*step.mapping(), *rows.columns);
  return std::nullopt;
}

// Null where rows have to become records.
std::unique_ptr<BatchWriter> Writing::mapped_writer_for(const BoundRows& rows,
                                                        const std::shared_ptr<MappingStep>& step) {
  auto source = source_columns_of(rows, *step);
  if (!made_rows_ || !source) return nullptr;
  const bool is_table = made_rows_->definition == nullptr;
  auto mapping = conversion::RowMapping::compile(step->mapping(), *std::move(source),
                                                 is_table ? &columns_ : nullptr);
  if (!mapping) return nullptr;
  auto columns = step->bind_made(*made_rows_->target, mapping->columns());
  if (columns == nullptr) return nullptr;
  auto plan = made_row_plan(*columns);
  auto test = step->test_of_made(std::move(columns));
  if (plan == nullptr || !test) return nullptr;
  std::unique_ptr<BatchWriter> plain;
  if (rows.table) plain = plain_writer_for(rows, step.get());
  if (!rows.table)
    plain = std::make_unique<NestedRowWriter>(rows.columns, RecordWay{make_writer_(), step.get()});
  return std::make_unique<MappedRowWriter>(MappedRowParts{*std::move(mapping), *std::move(test),
                                                          std::move(plan), std::move(plain), step});
}

std::unique_ptr<const conversion::RowPlan> Writing::made_row_plan(
    const check::NestedColumns& columns) const {
  using conversion::BareRowPlan;
  const format::Layout& target = *made_rows_->target;
  if (made_rows_->definition != nullptr)
    return std::make_unique<const conversion::ObjectPlan>(conversion::ObjectPlan::of_nested(
        columns, made_rows_->definition->schema, made_rows_->definition->record, are_lines_));
  if (target.quote == 0 && target.kind != LayoutKind::kHeaderData)
    return std::make_unique<const BareRowPlan>(BareRowPlan::of_texts(
        columns.columns().size(), {made_rows_->delimiter, target.kind == LayoutKind::kForm}));
  auto plan = conversion::TablePlan::compile(
      made_rows_->columns, {made_rows_->source, made_rows_->target, made_rows_->missing});
  if (!plan.ok()) return nullptr;
  return std::make_unique<const conversion::TextRowPlan>(std::move(plan).value(),
                                                         made_rows_->any_columns);
}

std::unique_ptr<BatchWriter> Writing::plain_writer_for(const BoundRows& rows, MappingStep* step) {
  RecordWay way{make_writer_(), step, nfc_, nullptr};
  if (within_) {
    way.own_step = conversion::WithinStep::make(*within_);
    way.step = way.own_step.get();
  }
  if (rows.table)
    return std::make_unique<RowTapeWriter>(rows.table, std::move(way), has_null_cells_);
  return std::make_unique<TapeWriter>(std::move(way));
}

JobWriter Writing::gatherer_for(const BoundRows& rows, std::shared_ptr<MappingStep> step) {
  JobWriter made{std::move(step), std::make_shared<conversion::ColumnList>(*table_), nullptr};
  if (made.step) made.step->set_source(source_columns_of(rows, *made.step));
  ColumnGatherer gatherer(made.gathered, made.step.get());
  if (rows.table) {
    made.writer =
        std::make_unique<RowColumnGatherer>(rows.table, std::move(gatherer), has_null_cells_);
  } else {
    made.writer = std::make_unique<ColumnGatherer>(std::move(gatherer));
  }
  return made;
}

}  // namespace crosswalk::pipeline
