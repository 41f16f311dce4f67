/** What the user runs to let Excel and the browser believe the server, and to take that back. */
export interface TrustCommands {
  readonly trust: string;
  readonly undo: string;
}

/** For the user's own account where the system can: no administrator is needed on Windows and Mac. */
export function trustCommands(platform: NodeJS.Platform, authorityFile: string): TrustCommands {
  const file = `"${authorityFile}"`;
  switch (platform) {
    case 'win32':
      return {
        trust: `certutil -user -addstore Root ${file}`,
        undo: 'certutil -user -delstore Root "Countersign on this computer"',
      };
    case 'darwin':
      return {
        trust: `security add-trusted-cert -r trustRoot -k "$HOME/Library/Keychains/login.keychain-db" ${file}`,
        undo: 'security delete-certificate -c "Countersign on this computer"',
      };
    default:
      // Excel doesn't run here; Chromium asks its own store.
      return {
        trust: `certutil -d "sql:$HOME/.pki/nssdb" -A -t "C,," -n Countersign -i ${file}`,
        undo: 'certutil -d "sql:$HOME/.pki/nssdb" -D -n Countersign',
      };
  }
}
