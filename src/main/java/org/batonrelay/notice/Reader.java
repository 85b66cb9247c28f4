package org.batonrelay.notice;

import org.batonrelay.notice.NoticeSettings.Where;
import org.jspecify.annotations.Nullable;

/** One who is told: a person, or a group by the one address or channel it has. */
record Reader(Recipient recipient, String name, @Nullable String email, Where where) {}
