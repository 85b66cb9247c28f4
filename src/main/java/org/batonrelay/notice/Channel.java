package org.batonrelay.notice;

/** One of the places where people look. */
interface Channel {

    boolean reaches(Reader reader);

    /**
     * Says it, unless it has been said to them under this key.
     *
     * @throws RuntimeException when it could not be said and is to be tried again; its message and its causes hold no
     *     secret, because they are shown
     */
    void tell(Notice notice, Reader reader);
}
