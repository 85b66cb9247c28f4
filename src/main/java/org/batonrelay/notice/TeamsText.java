package org.batonrelay.notice;

/** The part of Markdown that an adaptive card shows; what would be markup in a text from outside is taken out. */
record TeamsText() implements ChatText.Style {

    @Override
    public String bold(String text) {
        return "**" + text + "**";
    }

    @Override
    public String link(String label, String address) {
        return "[" + label + "](" + address.replace(")", "%29") + ")";
    }

    @Override
    public String plain(String text) {
        return text.replaceAll("[\\[\\]*`<>]", "").replace("_", "\\_");
    }
}
