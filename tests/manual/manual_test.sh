#!/usr/bin/env bash
# What the manual and the completions promise of the program.
#   manual_test.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 root=$2
failures=0

complain() {
  echo "FAILED: $*" >&2
  failures=$((failures + 1))
}

options_of() {
  "$program" "$1" --help | grep -oE '(^|[ ,])--?[a-z][a-z-]*' | tr -d ' ,' | sort -u
}

verbs=$("$program" --help | sed -n '/^Verbs:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[[ $(wc -w <<<"$verbs") -ge 10 ]] || complain "entente --help lists few verbs: $verbs"

# In the source of a manual page a hyphen is written "\-".
manual=$(sed 's/\\-/-/g' "$root/man/entente.1")
for verb in $verbs; do
  grep -q "^\.SS entente $verb\b" <<<"$manual" || complain "man/entente.1 has no section on $verb"
  section=$(sed -n "/^\.SS entente $verb\b/,/^\.S[SH] /p" <<<"$manual"
    sed -n '/^\.SH COMMON OPTIONS/,/^\.SH EXIT/p' <<<"$manual")
  for option in $(options_of "$verb"); do
    grep -qE -- "(^|[^a-z-])$option([^a-z-]|\$)" <<<"$section" ||
      complain "man/entente.1 does not tell $option of $verb"
  done
  for file in entente.bash _entente; do
    grep -qw -- "$verb" "$root/completions/$file" || complain "completions/$file lacks $verb"
  done
done

if command -v groff >/dev/null; then
  warnings=$(groff -man -Tutf8 -ww -z "$root/man/entente.1" 2>&1)
  [[ -z $warnings ]] || complain "groff: $warnings"
fi
bash -n "$root/completions/entente.bash" || complain "bash does not read completions/entente.bash"
if command -v zsh >/dev/null; then
  zsh -n "$root/completions/_entente" || complain "zsh does not read completions/_entente"
fi

# What bash offers after some words, the last of which is being typed.
offered() {
  (
    # shellcheck source=/dev/null
    source "$root/completions/entente.bash"
    COMP_WORDS=("$program" "$@") COMP_CWORD=$#
    _entente
    echo "${COMPREPLY[*]}"
  )
}
[[ $(offered ti) == timeline ]] || complain "bash completes ti to $(offered ti)"
[[ $(offered path --max) == --max-hops ]] || complain "bash completes --max to $(offered path --max)"
[[ $(offered show g.json --status pl) == planned ]] || complain "bash does not complete --status"
[[ -z $(offered show ab) ]] || complain "bash offers words where files are wanted"

((failures == 0))
