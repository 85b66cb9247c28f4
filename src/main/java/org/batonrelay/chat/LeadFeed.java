package org.batonrelay.chat;

import java.util.ArrayList;
import java.util.List;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/** All chats of a lead as one of us sees them. */
final class LeadFeed implements Feed {

    private final LeadChats leads;
    private final LeadReference reference;
    private final LeadChats.Follower follower;
    private volatile String heard;
    private volatile long messages = -1;

    LeadFeed(LeadChats leads, LeadReference reference, LeadChats.Follower follower, @Nullable String heard) {
        this.leads = leads;
        this.reference = reference;
        this.follower = follower;
        this.heard = heard == null ? "" : heard;
    }

    LeadReference lead() {
        return reference;
    }

    @Override
    public boolean hasMissed(News news) {
        long all = news.messages().getOrDefault(reference, 0L);
        if (all == messages) {
            return false;
        }
        messages = all;
        return true;
    }

    @Override
    public List<Event> next() {
        LeadChats.Overview missed = leads.of(reference, follower, heard);
        List<Event> events = new ArrayList<>();
        ReadPositions places = ReadPositions.read(heard);
        for (LeadChats.Line line : missed.messages()) {
            places = places.with(line.chat(), line.number());
            events.add(new Event(places.toString(), line));
        }
        heard = missed.last();
        return events;
    }
}
