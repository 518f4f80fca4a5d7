/** 决算接口: the HTTP API and the auditor's page. The public API. */
export {}
