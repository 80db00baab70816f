/** The entry points of the package that have types: the name to import, and the file it is made of. */
export declare const entryPoints: { name: string; source: string }[]
