/** 示例数据: where the sample's data files are. */

/** The folder of the sample's data files, as a file URL. */
export const dataFolder: URL = new URL("../data/", import.meta.url)
