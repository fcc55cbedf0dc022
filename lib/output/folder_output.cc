// Parts in a folder that appears when it is committed.
//
// Everything is written to DIR.partial beside it; commit() adds the manifest, synchronises and
// renames. An empty DIR gives way, any other is refused.
//   folder_output("out", "json", ...)   out.partial/part-000001.json, ..., then out/
// A run that was killed leaves DIR.partial behind: the next one takes it over, unless somebody is
// still writing there (a lock on the folder says so) or something else stands in it. Test:
// tests/output/folder_output_test.cc.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/descriptor.h"
#include "base/guard.h"
#include "base/output_file.h"
#include "base/placing.h"
#include "crosswalk/outputs.h"
#include "output/manifest_writer.h"
#include "output/rejects.h"

namespace crosswalk {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifestName = "manifest.json";

Error folder_error(std::string_view action, const fs::path& path, const std::error_code& code) {
  return base::io_error(action, path.string(), code.value());
}

bool is_own_name(const std::string& name) {
  return name == kManifestName || name.starts_with("part-") || name.starts_with(".part-") ||
         name.starts_with("." + std::string(kManifestName));
}

Status refuse_if_in_use(const fs::path& dir) {
  std::error_code code;
  const fs::file_status status = fs::status(dir, code);
  if (!fs::exists(status)) return {};
  if (!fs::is_directory(status)) {
    return Error{ErrorKind::kUsage, dir.string() + " is not a folder"};
  }
  if (fs::is_empty(dir, code)) return {};
  if (code) return folder_error("cannot read", dir, code);
  return Error{ErrorKind::kUsage, dir.string() + " is not empty"};
}

// Removes what an earlier run left in `dir`; whole folders that hold anything else are left alone.
Status clear_partial(const fs::path& dir) {
  std::error_code code;
  std::vector<fs::path> left_over;
  for (fs::directory_iterator entry(dir, code), end; !code && entry != end; entry.increment(code)) {
    if (!is_own_name(entry->path().filename().string())) {
      return Error{ErrorKind::kUsage, dir.string() + " holds other files; remove it first"};
    }
    left_over.push_back(entry->path());
  }
  for (const fs::path& path : left_over) {
    if (!code) fs::remove(path, code);
  }
  if (code) return folder_error("cannot clear", dir, code);
  return {};
}

// Creates `dir` or takes it over, and locks it.
Result<base::Descriptor> begin_partial(const fs::path& dir) {
  if (::mkdir(dir.c_str(), 0777) != 0 && errno != EEXIST) {
    return base::io_error("cannot create", dir.string(), errno);
  }
  base::Descriptor folder(::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!folder.is_open()) {
    const int failed = errno;
    ::rmdir(dir.c_str());  // if it is new; what an earlier run left is not empty
    return base::io_error("cannot open", dir.string(), failed);
  }
  if (::flock(folder.number(), LOCK_EX | LOCK_NB) != 0) {
    return Error{ErrorKind::kUsage, dir.string() + " is being written by another run"};
  }
  if (Status cleared = clear_partial(dir); !cleared) return std::move(cleared).error();
  return folder;
}

class FolderOutput final : public CommittedOutput {
 public:
  struct Target {
    fs::path dir;
    std::string extension;  // with its dot
    ManifestRequest request;
    FileAccess access = FileAccess::kUsual;
  };

  FolderOutput(Target target, base::Descriptor folder, output::Rejects rejects)
      : target_(std::move(target)),
        partial_(target_.dir.string() + ".partial"),
        folder_(std::move(folder)),
        rejects_(std::move(rejects)) {}
  FolderOutput(const FolderOutput&) = delete;
  FolderOutput& operator=(const FolderOutput&) = delete;
  ~FolderOutput() override {
    part_.reset();
    if (placing_.is_placed() && !placing_.leaves_something()) return;
    if (!placing_.is_placed()) remove_files();
    ::rmdir(partial_.c_str());  // once placed: the empty folder that gave way
  }

  Status begin_part(std::uint64_t number) override {
    return create(output::part_name(number, target_.extension));
  }
  Status write(std::string_view bytes) override { return part_->write(bytes); }
  Status end_part(const Part& /*part*/) override { return part_->commit(); }
  Status reject(std::uint64_t /*record*/, std::string_view bytes, bool readable) override {
    return rejects_.add(bytes, readable);
  }
  Status reject_frame(std::string_view before, std::string_view between,
                      std::string_view after) override {
    rejects_.set_frame(before, between, after);
    return {};
  }
  Status prepare(const RunResult& result) override;
  Status commit(const RunResult& result) override;
  void take_back() override {
    placing_.take_back();
    rejects_.take_back();
  }

 private:
  Status create(std::string name);
  void remove_files();
  Status write_manifest(const RunResult& result);
  Status write_rest(const RunResult& result);
  Status give_names();

  Target target_;
  fs::path partial_;
  base::Descriptor folder_;  // holds the lock
  output::Rejects rejects_;
  std::unique_ptr<base::OutputFile> part_;
  std::vector<std::string> names_;  // of all files that were begun
  base::Placing placing_;
  bool is_prepared_ = false;
};

Status FolderOutput::create(std::string name) {
  auto file = base::OutputFile::create((partial_ / name).string(), target_.access);
  if (!file) return std::move(file).error();
  names_.push_back(std::move(name));
  part_ = std::move(file).value();
  return {};
}

// Takes no memory, as there may be none left.
void FolderOutput::remove_files() {
  for (const std::string& name : names_) ::unlinkat(folder_.number(), name.c_str(), 0);
}

Status FolderOutput::write_manifest(const RunResult& result) {
  if (Status created = create(std::string(kManifestName)); !created) return created;
  const std::string text = output::manifest_text(result, target_.request, target_.extension);
  if (Status written = part_->write(text); !written) return written;
  return part_->commit();
}

Status FolderOutput::prepare(const RunResult& result) {
  if (is_prepared_) return {};
  return base::guarded([&] { return write_rest(result); });
}

Status FolderOutput::write_rest(const RunResult& result) {
  if (Status written = write_manifest(result); !written) return written;
  if (Status prepared = rejects_.prepare(); !prepared) return prepared;
  if (::fsync(folder_.number()) != 0) {
    return base::io_error("cannot write", partial_.string(), errno);
  }
  is_prepared_ = true;
  return {};
}

Status FolderOutput::commit(const RunResult& result) {
  if (Status prepared = prepare(result); !prepared) return prepared;
  return base::guarded([&] { return give_names(); });
}

Status FolderOutput::give_names() {
  if (Status committed = rejects_.commit(); !committed) return committed;
  const std::string dir = target_.dir.string();
  Status placed = placing_.place(partial_.string(), dir, dir);
  if (!placed) rejects_.take_back();
  return placed;
}

fs::path without_final_slash(const std::string& dir) {
  fs::path path(dir);
  return path.has_filename() ? path : path.parent_path();
}

}  // namespace

Result<std::unique_ptr<CommittedOutput>> folder_output(const std::string& dir,
                                                       const std::string& extension,
                                                       const ManifestRequest& request,
                                                       const RejectFiles& rejects,
                                                       FileAccess access) {
  return base::guarded([&]() -> Result<std::unique_ptr<CommittedOutput>> {
    FolderOutput::Target target{without_final_slash(dir), "." + extension, request, access};
    if (Status free = refuse_if_in_use(target.dir); !free) return std::move(free).error();
    auto reject_files = output::Rejects::create(rejects);
    if (!reject_files) return std::move(reject_files).error();
    auto folder = begin_partial(target.dir.string() + ".partial");
    if (!folder) return std::move(folder).error();
    return std::unique_ptr<CommittedOutput>(std::make_unique<FolderOutput>(
        std::move(target), std::move(folder).value(), std::move(reject_files).value()));
  });
}

}  // namespace crosswalk
