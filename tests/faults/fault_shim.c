// A library to preload that makes one call of a kind fail, or that call and all after it.
//
// Calls are counted from the moment that main() begins, so the loader's own are not touched. What
// fails is said by the environment:
//   FAULT_CALL   read, write, open, close, fsync, rename, mkdir, chmod, unlink, thread or alloc
//   FAULT_AT     the number of the call, from 1
//   FAULT_LASTS  1: all later ones fail too
//   FAULT_ERRNO  the error; 0: the call is cut short instead (one byte is read or written)
//   FAULT_FD     a descriptor that is told `NUMBER PATH` of each call that failed
// FAULT_CALL=write FAULT_AT=3 FAULT_ERRNO=28   ->   the third write() finds the disk full
// It does not see what the C library does inside (fopen); nothing here is read or written that way.
// Driven by tests/faults/faults_test.py.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static char wanted_call[16];
static long fault_at, calls_seen;
static int lasts, fault_errno, told_to = -1, is_armed;

// True if this call is to fail. Tells which descriptor or path it was about.
static int strikes(const char* call, int descriptor, const char* path) {
  if (!is_armed || strcmp(call, wanted_call) != 0) return 0;
  const long number = __atomic_add_fetch(&calls_seen, 1, __ATOMIC_RELAXED);
  if (number < fault_at || (number > fault_at && !lasts)) return 0;
  char link[32], named[4096], line[4200];
  if (path == NULL && descriptor >= 0) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, named, sizeof named - 1);
    named[length < 0 ? 0 : length] = '\0';
    path = named;
  }
  const int length =
      snprintf(line, sizeof line, "%d %s\n", descriptor, path == NULL ? "" : path);
  if (told_to >= 0) (void)!syscall(SYS_write, told_to, line, (size_t)length);
  errno = fault_errno;
  return 1;
}

static long number_of(const char* name) {
  const char* text = getenv(name);
  return text == NULL ? 0 : atol(text);
}

static int (*real_main)(int, char**, char**);

static int armed_main(int argc, char** argv, char** environment) {
  const char* call = getenv("FAULT_CALL");
  if (call != NULL) {
    strncpy(wanted_call, call, sizeof wanted_call - 1);
    fault_at = number_of("FAULT_AT");
    lasts = (int)number_of("FAULT_LASTS");
    fault_errno = (int)number_of("FAULT_ERRNO");
    told_to = getenv("FAULT_FD") == NULL ? -1 : (int)number_of("FAULT_FD");
    is_armed = 1;
  }
  const int code = real_main(argc, argv, environment);
  is_armed = 0;
  return code;
}

#define REAL(name) \
  static __typeof__(&name) real; \
  if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv, void (*init)(void),
                      void (*fini)(void), void (*ended)(void), void* stack) {
  typedef int (*Start)(int (*)(int, char**, char**), int, char**, void (*)(void), void (*)(void),
                       void (*)(void), void*);
  const Start real = (Start)dlsym(RTLD_NEXT, "__libc_start_main");
  real_main = main;
  return real(armed_main, argc, argv, init, fini, ended, stack);
}

static size_t cut(size_t size) { return size < 1 ? size : 1; }

ssize_t write(int descriptor, const void* bytes, size_t size) {
  REAL(write);
  if (!strikes("write", descriptor, NULL)) return real(descriptor, bytes, size);
  return fault_errno == 0 ? real(descriptor, bytes, cut(size)) : -1;
}

ssize_t read(int descriptor, void* into, size_t size) {
  REAL(read);
  if (!strikes("read", descriptor, NULL)) return real(descriptor, into, size);
  return fault_errno == 0 ? real(descriptor, into, cut(size)) : -1;
}

ssize_t pread(int descriptor, void* into, size_t size, off_t at) {
  REAL(pread);
  if (!strikes("read", descriptor, NULL)) return real(descriptor, into, size, at);
  return fault_errno == 0 ? real(descriptor, into, cut(size), at) : -1;
}

ssize_t pread64(int descriptor, void* into, size_t size, off64_t at) {
  return pread(descriptor, into, size, at);
}

static mode_t mode_of(int flags, va_list rest) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
}

int open(const char* path, int flags, ...) {
  REAL(open);
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return strikes("open", -1, path) ? -1 : real(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return open(path, flags, mode);
}

int mkostemp(char* path, int flags) {
  REAL(mkostemp);
  return strikes("open", -1, path) ? -1 : real(path, flags);
}

int mkostemp64(char* path, int flags) { return mkostemp(path, flags); }

// The descriptor is gone even where closing it failed, as on Linux.
int close(int descriptor) {
  REAL(close);
  const int is_struck = strikes("close", descriptor, NULL);
  const int result = real(descriptor);
  if (!is_struck) return result;
  errno = fault_errno;
  return -1;
}

int fsync(int descriptor) {
  REAL(fsync);
  return strikes("fsync", descriptor, NULL) ? -1 : real(descriptor);
}

int fdatasync(int descriptor) {
  REAL(fdatasync);
  return strikes("fsync", descriptor, NULL) ? -1 : real(descriptor);
}

int rename(const char* from, const char* to) {
  REAL(rename);
  return strikes("rename", -1, to) ? -1 : real(from, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
  REAL(renameat2);
  return strikes("rename", -1, to) ? -1 : real(from_folder, from, to_folder, to, flags);
}

int mkdir(const char* path, mode_t mode) {
  REAL(mkdir);
  return strikes("mkdir", -1, path) ? -1 : real(path, mode);
}

int fchmod(int descriptor, mode_t mode) {
  REAL(fchmod);
  return strikes("chmod", descriptor, NULL) ? -1 : real(descriptor, mode);
}

int unlink(const char* path) {
  REAL(unlink);
  return strikes("unlink", -1, path) ? -1 : real(path);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* how, void* (*run)(void*), void* with) {
  REAL(pthread_create);
  return strikes("thread", -1, NULL) ? fault_errno : real(thread, how, run, with);
}

extern void* __libc_malloc(size_t size);
extern void* __libc_calloc(size_t count, size_t size);
extern void* __libc_realloc(void* old, size_t size);
extern void* __libc_memalign(size_t alignment, size_t size);

void* malloc(size_t size) { return strikes("alloc", -1, NULL) ? NULL : __libc_malloc(size); }

void* calloc(size_t count, size_t size) {
  return strikes("alloc", -1, NULL) ? NULL : __libc_calloc(count, size);
}

void* realloc(void* old, size_t size) {
  return strikes("alloc", -1, NULL) ? NULL : __libc_realloc(old, size);
}

void* aligned_alloc(size_t alignment, size_t size) {
  return strikes("alloc", -1, NULL) ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void** into, size_t alignment, size_t size) {
  if (strikes("alloc", -1, NULL)) return ENOMEM;
  *into = __libc_memalign(alignment, size);
  return *into == NULL ? ENOMEM : 0;
}
