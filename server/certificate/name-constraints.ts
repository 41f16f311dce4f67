import { Extension } from '@peculiar/x509';

/** What is permitted to be certified, in DER: context tag 2 is a DNS name, 7 an IP address followed by its mask. */
const dnsName = 2;
const ipAddress = 7;

/**
 * The X.509 extension that ties an authority to this machine: whoever steals its key can still vouch for nothing but
 * localhost. @peculiar/x509 has no class for it (RFC 5280, 4.2.1.10).
 */
export function localhostOnly(): Extension {
  const permitted = [
    generalName(dnsName, new TextEncoder().encode('localhost')),
    generalName(ipAddress, Uint8Array.of(127, 0, 0, 1, 255, 255, 255, 255)),
    generalName(ipAddress, Uint8Array.of(...new Uint8Array(15), 1, ...new Uint8Array(16).fill(255))),
  ].map((name) => der(sequence, name));
  const permittedSubtrees = der(contextConstructed, concatenated(permitted));
  return new Extension('2.5.29.30', true, der(sequence, permittedSubtrees));
}

const sequence = 0x30;
const contextConstructed = 0xa0;
const contextPrimitive = 0x80;

const generalName = (kind: number, content: Uint8Array) => der(contextPrimitive + kind, content);

/** Tag, length, content; everything here is shorter than 256 bytes. */
function der(tag: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = content.length < 128 ? [content.length] : [0x81, content.length];
  return Uint8Array.of(tag, ...length, ...content);
}

const concatenated = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
