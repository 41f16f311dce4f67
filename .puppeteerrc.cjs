// The browser is found or unpacked at run time (server/print/browser), so that installing never needs a download.
module.exports = { skipDownload: true };
