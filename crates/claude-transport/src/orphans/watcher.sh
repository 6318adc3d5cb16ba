# Watcher: ends the runs of a host when the host ends. `watcher.rs` starts it.
#
# $1 is the private folder of the host, $2 its process ID. Each line of standard input is one event:
#   + ID        a run begins (sent before its child starts)
#   = ID GROUP  the process group of the run (sent after its child has started)
#   - ID        the run has ended (sent before its child is reaped)
# ID is hexadecimal, GROUP is decimal. Other lines are ignored. At the end of input, all runs are ended: SIGTERM at
# once, SIGKILL after one second.
#
# It runs in dash, bash and busybox. `kill -KILL "-$group"` is the form that all three understand.
trap '' HUP INT QUIT TERM TSTP TTIN TTOU PIPE
exec 2>/dev/null
dir=$1 host=$2 live=' ' kin=' ' tick= z= wipe= LC_ALL=C

# Sets u and t to the parent and the start time of process $1. Both are empty if it has ended.
look() {
  s= u= t=
  read -r s <"/proc/$1/stat" || return
  set -f; set -- ${s##*) }; set +f
  u=$2 t=${20}
}

# Succeeds if one of the patterns $2... is in the environment of process $1.
has() {
  p=$1; shift
  if [ "$z" ]; then grep -qszF "$@" "/proc/$p/environ"
  else tr '\0' '\n' <"/proc/$p/environ" | grep -qF "$@"; fi
}

# Sends signal $1 to all processes with the ID of a run. Fails if there are none.
mark() {
  sig=$1 hit=1
  set --
  for run in $live; do set -- "$@" -e "CLAUDE_SDK_RUN_ID=${run%%:*}"; done
  if [ "$z" ]; then files=$(grep -lszF "$@" /proc/[0-9]*/environ); else files=$(echo /proc/[0-9]*/environ); fi
  for f in $files; do
    p=${f#/proc/}; p=${p%/environ}
    look "$p"
    [ "${t:-0}" -ge "$born" ] && has "$p" "$@" && kill "-$sig" "$p" && hit=0
  done
  return $hit
}

# Adds to `kin`, as PID:START, the leaders of the groups and their descendants, whatever their environment is.
# It follows `children` files: with 100 hosts that end at once, reading all processes takes longer than 5 s.
trace() {
  set --
  for run in $live; do set -- "$@" ${run#*:}; done
  while [ $# -gt 0 ]; do
    p=$1; shift
    look "$p"
    case $kin in *" $p:"*) continue ;; esac
    [ "$t" ] || continue
    kin="$kin$p:$t "
    for f in "/proc/$p/task"/*/children; do read -r s <"$f"; set -- "$@" $s; done
  done
}

end() {
  trap '' URG
  case $dir in /*/claude-sdk-*) { rm -f -- "$dir"/*; rmdir -- "$dir"; } & wipe=$! ;; esac
  case $live in
  *[0-9a-f]*)
    trace
    for run in $live; do [ "${run#*:}" ] && kill -TERM "-${run#*:}"; done
    for run in $kin; do kill -TERM "${run%:*}"; done
    printf 'a\0b' | grep -qzF b && z=1 # some versions of busybox grep stop at a NUL byte
    mark TERM
    sleep 1
    for run in $live; do
      g=${run#*:}
      [ "$g" ] || continue
      look "$g"
      # If the leader has another start time, its number belongs to a process that has nothing to do with the run.
      case $kin in *" $g:$t "*) kill -KILL "-$g" ;; *) [ "$t" ] || kill -KILL "-$g" ;; esac
    done
    for run in $kin; do
      look "${run%:*}"
      [ "$t" = "${run#*:}" ] && kill -KILL "${run%:*}"
    done
    n=0
    while [ $n -lt 15 ]; do
      n=$((n + 1))
      mark KILL || [ $n -lt 2 ] || break
      sleep 0.3 || sleep 1
    done
    ;;
  esac
  [ "$wipe" ] && wait "$wipe"
  kill -KILL 0 # this group: the script and its timer
}

look $$
born=${t:-0}
# A fork of the host may hold the input open, so that it never ends. So compare the parent every 10 seconds.
trap 'tick=1; look $$; [ -z "$u" ] || [ "$u" = "$host" ] || end' URG
while sleep 10 && kill -URG $$; do :; done </dev/null &
printf r >&0 # standard input is a socket; the host starts no child before this byte arrives
# In some shells, a signal ends `read`, too. That is not the end of input: a host that is stopped must not lose its runs.
while read -r op id g || [ "$tick" ]; do
  tick=
  case $id in '' | *[!0-9a-f]*) continue ;; esac
  case $g in *[!0-9]* | 0 | 1) continue ;; esac
  case $op in
  + | =) live="$live$id:$g " ;;
  -) while :; do case $live in
      *" $id:"*) g=${live#*" $id:"}; live="${live%%" $id:"*} ${g#* }" ;;
      *) break ;; esac; done ;;
  esac
done
end
