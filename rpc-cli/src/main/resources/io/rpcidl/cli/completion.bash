
# What running servers say of themselves is asked of them, by the command itself. Bash takes a word apart where there is a
# colon, so the words are read from the line.
function _complete_rpc_and_servers() {
  local words found
  if [ -n "${ZSH_VERSION-}" ]; then
    words=("${COMP_WORDS[@]}")
  else
    read -r -a words <<< "${COMP_LINE:0:COMP_POINT}"
    case "${COMP_LINE:0:COMP_POINT}" in *[[:space:]]) words+=("") ;; esac
  fi
  case " ${words[*]} " in
    *" call "*" "* | *" list "*" "* | *" describe "*" "*)
      found=$("${words[@]:0:1}" complete -- "${words[@]:1}" 2>/dev/null)
      if [ -n "$found" ]; then
        COMPREPLY=($found)
        case "$found" in */ | *=) compopt -o nospace 2>/dev/null ;; esac
        return 0
      fi
      ;;
  esac
  _complete_rpc
}
complete -F _complete_rpc_and_servers -o default rpc rpc.sh rpc.bash
