#!/usr/bin/env node
/** 决算命令行入口: where the `juesuan` command starts. */
export {}
