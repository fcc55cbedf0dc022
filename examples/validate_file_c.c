/* Validates a file and prints what is wrong with it, through the C interface.
 *
 *   validate_file_c customers.csv [FORMAT[:LAYOUT]]
 *
 * Exit codes are the command's: 0 without errors, 1 with errors in the data, 2 or 3 if the run
 * itself failed. */
#include <crosswalk/crosswalk_c.h>
#include <inttypes.h>
#include <stdio.h>

static int32_t print(void *context, const crosswalk_finding *finding) {
  FILE *to = context;
  fprintf(to, "%.*s:%" PRIu64 ":%" PRIu64 ": %.*s: %.*s\n", (int)finding->file.size,
          finding->file.data, finding->line, finding->column, (int)finding->rule.size,
          finding->rule.data, (int)finding->message.size, finding->message.data);
  return 1; /* tell the next one, too */
}

static int fail(crosswalk_error *error) {
  const crosswalk_text message = crosswalk_error_message(error);
  const int status = (int)crosswalk_error_status(error);
  fprintf(stderr, "validate_file_c: %.*s\n", (int)message.size, message.data);
  crosswalk_error_free(error);
  return status;
}

int main(int argc, char **argv) {
  crosswalk_error *error = NULL;
  crosswalk_formats *formats = NULL;
  crosswalk_source *source = NULL;
  crosswalk_run *run = NULL;
  crosswalk_read_options options = {0};
  crosswalk_counts counts = {0};
  int exit_code = 2;

  if (argc < 2) {
    fprintf(stderr, "validate_file_c: which file?\n");
    return exit_code;
  }
  options.struct_size = sizeof options;
  options.on_finding = print;
  options.finding_context = stdout;
  if (argc > 2) options.from = crosswalk_text_of(argv[2]);
  counts.struct_size = sizeof counts;

  if (crosswalk_formats_new(&formats, &error) != CROSSWALK_OK ||
      crosswalk_source_open(crosswalk_text_of(argv[1]), &source, &error) != CROSSWALK_OK ||
      crosswalk_validate(formats, &source, 1, &options, &run, &error) != CROSSWALK_OK ||
      crosswalk_run_counts(run, &counts, &error) != CROSSWALK_OK) {
    exit_code = fail(error);
  }
  if (run != NULL) {
    printf("%" PRIu64 " records, %" PRIu64 " with errors\n", counts.records, counts.invalid);
    exit_code = counts.errors == 0 ? 0 : 1;
  }
  crosswalk_run_free(run);
  crosswalk_source_free(source);
  crosswalk_formats_free(formats);
  return exit_code;
}
