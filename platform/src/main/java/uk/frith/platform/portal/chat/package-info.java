/**
 * Live chat: somebody who tells what happened and somebody who answers for the force write to each other at once.
 *
 * <p><em>somebody asks to chat while there is somebody to answer → their first words are with the force and graded → whoever
 * answers takes the most urgent first → what is told is read as it is told, with the question that decides next → taken down
 * on the call screen and recorded → the reporter's code opens it again, to ask and to tell</em>
 *
 * <p>Promises that a chat is graded, read and recorded by the same rules as a call; that what was told in it becomes an incident
 * even when nobody answered, somebody forgot it or a browser was closed; that nobody is given more chats at once than they can
 * answer well, a grave one counting twice; that a chat can be handed on without the reporter telling it again. Refuses to be
 * offered while nobody is there.
 *
 * <p>Sources: HMICFRS, The policing response to antisocial behaviour (October 2024), on online chat: several complex
 * conversations at once, and grades that were not those of a call.
 */
@ApplicationModule(
        id = "chat",
        displayName = "Chat",
        allowedDependencies = {"audit", "pages", "identity", "recording", "wording", "calls", "portal", "dialogue"})
@NullMarked
package uk.frith.platform.portal.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
