# Completion of entente for bash. Verbs stand here; options are those that each verb's own help
# page lists, so they are never out of date.

_entente_options() {
  "$1" "$2" --help 2>/dev/null | grep -oE '(^|[ ,])--?[a-z][a-z-]*' | tr -d ' ,' | sort -u
}

_entente() {
  local verbs='build extract show search neighbors path timeline why stats export render validate
    schema parse eval'
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} words=''
  if ((COMP_CWORD == 1)); then
    words="$verbs help --help --version"
  elif [[ ${COMP_WORDS[1]} == help ]]; then
    words=$verbs
  else
    case $previous in
      --color) words='auto always never' ;;
      --format) words='json dot svg png pdf' ;;
      --kind) words='Person Organization State Territory Group Agreement Event' ;;
      --status) words='actual ended planned hypothetical denied' ;;
      --rank) words='pagerank betweenness degree' ;;
      *) [[ $current == -* ]] && words=$(_entente_options "${COMP_WORDS[0]}" "${COMP_WORDS[1]}") ;;
    esac
  fi
  # Where there are no words, bash goes on with file names.
  COMPREPLY=()
  [[ -z $words ]] || mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -o bashdefault -o default -F _entente entente
