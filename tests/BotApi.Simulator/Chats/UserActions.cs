using System.Globalization;

namespace BotApi.Simulator;

/// <summary>What people do in their clients, and what that tells the bot.</summary>
internal sealed class UserActions(TelegramWorld world)
{
    private readonly MessageWriter writer = new(world);

    public PrivateUser Add(PrivateUser user)
    {
        var chat = world.Chats.GetOrAdd(user);
        chat.User = user;
        return user;
    }

    public UserAction Send(long userId, string text, int? replyTo)
    {
        var chat = world.Chats.Get(userId);
        var finished = Type(text);
        lock (chat.Gate)
        {
            RequireUnblocked(chat);
            if (replyTo is { } id && chat.Find(id) is null)
            {
                throw new ArgumentException($"There is no message {id} to answer.", nameof(replyTo));
            }

            var message = new BotMessage(
                userId, world.Chats.NextMessageId(), false, world.Time.GetUtcNow(), finished.Text, text, finished.Entities)
            {
                ReplyToMessageId = replyTo,
            };
            chat.IsStarted = true;
            chat.Add(message);
            var update = new WireUpdate { Message = writer.Write(chat, message) };
            return new UserAction(world.Updates.Add(UpdateKinds.Message, update), message.MessageId);
        }
    }

    public UserAction Edit(long userId, int messageId, string text)
    {
        var chat = world.Chats.Get(userId);
        var finished = Type(text);
        lock (chat.Gate)
        {
            RequireUnblocked(chat);
            var message = Find(chat, messageId);
            if (message.FromBot)
            {
                throw new ArgumentException("A user cannot edit the bot's message.", nameof(messageId));
            }

            message = message with
            {
                Text = finished.Text,
                Html = text,
                Entities = finished.Entities,
                EditDate = world.Time.GetUtcNow(),
            };
            chat.Replace(message);
            var update = new WireUpdate { EditedMessage = writer.Write(chat, message) };
            return new UserAction(world.Updates.Add(UpdateKinds.EditedMessage, update), messageId);
        }
    }

    public ButtonPress Press(long userId, int messageId, string callbackData)
    {
        var chat = world.Chats.Get(userId);
        lock (chat.Gate)
        {
            var message = Find(chat, messageId);
            if (message.Keyboard?.Buttons.Any(button => button.CallbackData == callbackData) != true)
            {
                throw new ArgumentException($"Message {messageId} has no button with the data {callbackData}.", nameof(callbackData));
            }

            var id = world.Queries.Open();
            var query = new WireCallbackQuery(id, WireUser.From(chat.User), writer.Write(chat, message), ChatInstance(chat), callbackData);
            return new ButtonPress(world.Updates.Add(UpdateKinds.CallbackQuery, new WireUpdate { CallbackQuery = query }), id);
        }
    }

    public bool Delete(long userId, int messageId)
    {
        var chat = world.Chats.Get(userId);
        lock (chat.Gate)
        {
            return chat.Remove(messageId);
        }
    }

    /// <summary>Blocks or unblocks the bot; null when nothing changed or the bot wants no such updates.</summary>
    public int? SetBlocked(long userId, bool blocked)
    {
        var chat = world.Chats.Get(userId);
        lock (chat.Gate)
        {
            if (chat.IsBlocked == blocked)
            {
                return null;
            }

            chat.IsBlocked = blocked;
            var member = new WireMember(world.Bot, "member");
            var kicked = new WireMember(world.Bot, "kicked");
            var change = new WireMembership(
                WireChat.From(chat.User),
                WireUser.From(chat.User),
                world.Time.GetUtcNow().ToUnixTimeSeconds(),
                blocked ? member : kicked,
                blocked ? kicked : member);
            return world.Updates.Add(UpdateKinds.MyChatMember, new WireUpdate { MyChatMember = change });
        }
    }

    /// <summary>Telegram's clients trim as the server does, and send nothing that is empty or too long.</summary>
    private static ParsedText Type(string text)
    {
        try
        {
            var finished = FinishedText.From(new ParsedText(text, []));
            return finished.Text.Length <= MessageLimits.Text
                ? finished
                : throw new ArgumentException($"A client sends at most {MessageLimits.Text} characters at once.", nameof(text));
        }
        catch (TextParseException error)
        {
            throw new ArgumentException(error.Message, nameof(text), error);
        }
    }

    private static BotMessage Find(PrivateChat chat, int messageId)
        => chat.Find(messageId) ?? throw new ArgumentException($"There is no message {messageId}.", nameof(messageId));

    private static void RequireUnblocked(PrivateChat chat)
    {
        if (chat.IsBlocked)
        {
            throw new InvalidOperationException("The user has blocked the bot; a client offers only to unblock it.");
        }
    }

    private static string ChatInstance(PrivateChat chat)
        => unchecked(chat.User.Id * 0x5DEECE66DL).ToString(CultureInfo.InvariantCulture);
}
