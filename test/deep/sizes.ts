/** How large a deep test is, unless the environment says otherwise. */
export const sizeOf = (name: string, usual: number): number => Number(process.env[name] ?? usual)
