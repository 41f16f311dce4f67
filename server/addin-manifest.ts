/** The origin in the manifest.xml of the project; every address in it begins so. */
export const manifestOrigin = 'https://localhost:4821';

/** The manifest for a server at another address. An origin holds no character that means something in XML. */
export const manifestFor = (manifest: string, origin: string): string => manifest.replaceAll(manifestOrigin, origin);
