#!/bin/sh
mkdir -p target/web
