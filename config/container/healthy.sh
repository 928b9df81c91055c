#!/bin/bash
# Whether the server answers /health: without curl, which the image does not have.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${PORT:-8000}"
printf 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 10 status <&3
[[ $status == "HTTP/1.1 200"* ]]
