package org.batonrelay.notice;

/** Slack's own markup. Its three control characters are escaped, so that no text from outside calls a channel. */
record SlackText() implements ChatText.Style {

    @Override
    public String bold(String text) {
        return "*" + text + "*";
    }

    @Override
    public String link(String label, String address) {
        return "<" + address.replace("|", "%7C").replace(">", "%3E") + "|" + label + ">";
    }

    @Override
    public String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
