/** 公开文件: reading published final accounts and writing ours. The public API. */
export {}
