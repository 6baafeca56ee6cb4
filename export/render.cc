#include "export/render.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <thread>
#include <vector>

#include "base/error.h"

extern char** environ;

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kProgram = "dot";
constexpr auto kPause = std::chrono::milliseconds(4);

/// A file in memory. A child that reads and writes files can neither block on a full pipe nor
/// raise SIGPIPE here.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("entente", MFD_CLOEXEC)) {
    if (descriptor_ < 0) fail();
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }

  int descriptor() const { return descriptor_; }

  void fill(std::string_view bytes) {
    for (size_t done = 0; done < bytes.size();) {
      const ssize_t written = ::write(descriptor_, bytes.data() + done, bytes.size() - done);
      if (written < 0 && errno != EINTR) fail();
      if (written > 0) done += static_cast<size_t>(written);
    }
    ::lseek(descriptor_, 0, SEEK_SET);
  }

  std::string contents() const {
    std::string bytes(static_cast<size_t>(::lseek(descriptor_, 0, SEEK_END)), '\0');
    for (size_t done = 0; done < bytes.size();) {
      const ssize_t count =
          ::pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
      if (count == 0 || (count < 0 && errno != EINTR)) fail();
      if (count > 0) done += static_cast<size_t>(count);
    }
    return bytes;
  }

 private:
  [[noreturn]] static void fail() {
    throw Error(kProgram, std::string("no memory to draw in: ") + std::strerror(errno));
  }

  int descriptor_;
};

struct Outcome {
  bool timed_out = false;
  int status = 0;  ///< as waitpid gives it
  std::string output;
  std::string messages;
};

pid_t spawn(const std::vector<std::string>& arguments, const std::array<int, 3>& standard) {
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (int i = 0; i < 3; ++i)
    posix_spawn_file_actions_adddup2(&actions, standard[static_cast<size_t>(i)], i);
  pid_t child = 0;
  const int code = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (code == ENOENT)
    throw Error(kProgram, "no such program; pictures need Graphviz (the package graphviz)");
  if (code != 0) throw Error(kProgram, std::string("cannot be run: ") + std::strerror(code));
  return child;
}

/// Waits for the child and kills it at the deadline. Whether it ended by itself.
bool wait_until(pid_t child, Clock::time_point deadline, int& status) {
  while (true) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return true;
    if (ended < 0 && errno != EINTR)
      throw Error(kProgram, std::string("cannot be waited for: ") + std::strerror(errno));
    if (Clock::now() >= deadline) break;
    std::this_thread::sleep_for(kPause);
  }
  ::kill(child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return false;
}

Outcome run(const std::vector<std::string>& arguments, std::string_view input,
            std::chrono::milliseconds time_limit) {
  MemoryFile in, out, messages;
  in.fill(input);
  Outcome outcome;
  const pid_t child = spawn(arguments, {in.descriptor(), out.descriptor(), messages.descriptor()});
  outcome.timed_out = !wait_until(child, Clock::now() + time_limit, outcome.status);
  if (outcome.timed_out) return outcome;
  outcome.output = out.contents();
  outcome.messages = messages.contents();
  return outcome;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string seconds(std::chrono::milliseconds time) {
  std::string number = std::to_string(static_cast<double>(time.count()) / 1000);
  number.erase(number.find_last_not_of('0') + 1);
  if (number.back() == '.') number.pop_back();
  return number + " s";
}

}  // namespace

std::string render(const std::string& dot, Format format, const RenderOptions& options) {
  assert(format == Format::svg || format == Format::png || format == Format::pdf);
  std::vector<std::string> arguments = {kProgram, "-T" + std::string(name(format))};
  if (format == Format::png) arguments.push_back("-Gdpi=" + std::to_string(options.dots_per_inch));
  Outcome outcome = run(arguments, dot, options.time_limit);
  if (outcome.timed_out) {
    arguments.push_back("-Ksfdp");
    outcome = run(arguments, dot, options.time_limit);
  }
  if (outcome.timed_out)
    throw Error(kProgram, "took longer than " + seconds(options.time_limit) + " and was stopped");
  if (WIFSIGNALED(outcome.status))
    throw Error(kProgram, "was ended by signal " + std::to_string(WTERMSIG(outcome.status)));
  if (WEXITSTATUS(outcome.status) != 0 || outcome.output.empty())
    throw Error(kProgram, "cannot draw this: " + first_line(outcome.messages));
  return std::move(outcome.output);
}

}  // namespace entente
