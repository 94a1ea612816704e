#!/usr/bin/env bash
# Builds everything and runs every test. The last line sums the results: "N passed, N failed, N skipped".
# Exits with 0 only when something was tested and nothing failed.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# Build servers that outlive the build would keep our output open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

results=TestResults
passed=0 failed=0 skipped=0

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

give_up() {
  printf '%s\n' "$@" >&2
  failed=$((failed + 1))
  finish
}

# Addresses of package sources are the machine's own affair.
without_addresses() { sed -uE 's#https?://[^][:space:]"'\'')]+#(address)#g'; }

need_tools() {
  command -v dotnet >/dev/null || give_up "The .NET SDK is missing: install the .NET 10 SDK."
  local sdk node
  sdk=$(dotnet --version 2>/dev/null) || give_up "No .NET SDK fits global.json: install the .NET 10 SDK."
  case "$sdk" in 10.*) ;; *) give_up "Found the .NET SDK $sdk: install the .NET 10 SDK." ;; esac
  command -v node >/dev/null && command -v npm >/dev/null || give_up "Node.js with npm is missing: install Node.js 20."
  node=$(node --version) && node=${node#v}
  [ "${node%%.*}" -ge 20 ] 2>/dev/null || give_up "Found Node.js $node: install Node.js 20 or later."
}

need_programs() {
  local missing=()
  [ -z "${RECTIFY_CHROMIUM:-}" ] || [ -x "$RECTIFY_CHROMIUM" ] || give_up "RECTIFY_CHROMIUM names no program: $RECTIFY_CHROMIUM"
  [ -x "${RECTIFY_CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
  command -v fc-list >/dev/null || missing+=(fontconfig)
  fc-list :lang=zh-cn 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk)
  [ -e /usr/lib/libreoffice/program/libsclo.so ] || missing+=(libreoffice-calc-nogui)
  [ -e /usr/lib/libreoffice/program/libswlo.so ] || missing+=(libreoffice-writer-nogui)
  command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null || missing+=(poppler-utils)
  [ ${#missing[@]} -eq 0 ] && return

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || give_up "The tests need: ${missing[*]}" "Install them, on Debian or Ubuntu: sudo apt-get install ${missing[*]}"
    as_root=(sudo -n)
  fi
  command -v apt-get >/dev/null || give_up "The tests need ${missing[*]}: install them with your package manager (RECTIFY_CHROMIUM names another browser)."

  echo "Installing ${missing[*]} ..."
  local log
  log=$(mktemp)
  if ! "${as_root[@]}" apt-get update >"$log" 2>&1 ||
    ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
    tail -n 20 "$log" | without_addresses >&2
    rm -f "$log"
    give_up "Could not install ${missing[*]}."
  fi
  rm -f "$log"
  [ -x "${RECTIFY_CHROMIUM:-/usr/bin/chromium}" ] || give_up "chromium is not at /usr/bin/chromium: set RECTIFY_CHROMIUM to where it is."
}

build() {
  dotnet build Rectify.sln -warnaserror -p:UseSharedCompilation=false --verbosity quiet 2>&1 | without_addresses
  [ "${PIPESTATUS[0]}" -eq 0 ] || give_up "The build failed."
}

# The number behind a name in a result file's summary; nothing when the file has none.
counter() { grep -o '<Counters [^>]*' "$2" 2>/dev/null | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+'; }

run_tests() {
  local project=$1 name file total executed right status
  name=$(basename "$project" .csproj)
  file=$results/$name.trx
  echo "--- $name"
  dotnet test "$project" --no-build --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 5m --blame-hang-dump-type none 2>&1 | without_addresses
  status=${PIPESTATUS[0]}

  total=$(counter total "$file") executed=$(counter executed "$file") right=$(counter passed "$file")
  if [ -z "$total" ] || [ -z "$executed" ] || [ -z "$right" ]; then
    echo "$name left no results." >&2
    failed=$((failed + 1))
    return
  fi
  passed=$((passed + right)) failed=$((failed + executed - right)) skipped=$((skipped + total - executed))
  if [ "$total" -eq 0 ]; then
    echo "$name holds no test." >&2
    failed=$((failed + 1))
  elif [ "$status" -ne 0 ] && [ "$executed" -eq "$right" ]; then
    echo "$name ended with an error although no test failed." >&2
    failed=$((failed + 1))
  fi
}

need_tools
need_programs
build
rm -rf "$results"
for project in tests/*/*.csproj; do
  if grep -q Microsoft.NET.Test.Sdk "$project"; then
    run_tests "$project"
  fi
done
finish
