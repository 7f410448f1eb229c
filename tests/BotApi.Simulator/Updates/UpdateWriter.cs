using System.Globalization;

namespace BotApi.Simulator;

/// <summary>
/// Tells the bot what happened, if it is to know. Each method gives the update's id or null. The caller holds the chat's gate.
/// </summary>
internal sealed class UpdateWriter(TelegramWorld world)
{
    // The Bot API server's own numbers: lanes of different kinds are to stay apart.
    private const long PressLane = 3L << 33;
    private const long MembershipLane = 5L << 33;
    private readonly MessageWriter writer = new(world);

    public int? Message(Chat chat, BotMessage message)
    {
        if (!Reaches(chat, message))
        {
            return null;
        }

        var written = writer.Write(chat, message);
        return chat is ChannelChat
            ? Add(UpdateKinds.ChannelPost, chat.Id, new WireUpdate { ChannelPost = written })
            : Add(UpdateKinds.Message, chat.Id, new WireUpdate { Message = written });
    }

    public int? Edit(Chat chat, BotMessage message)
    {
        if (!Reaches(chat, message))
        {
            return null;
        }

        var written = writer.Write(chat, message);
        return chat is ChannelChat
            ? Add(UpdateKinds.EditedChannelPost, chat.Id, new WireUpdate { EditedChannelPost = written })
            : Add(UpdateKinds.EditedMessage, chat.Id, new WireUpdate { EditedMessage = written });
    }

    public int? Press(Chat chat, BotMessage message, WireUser user, string queryId, string data)
    {
        var query = new WireCallbackQuery(queryId, user, writer.Write(chat, message), ChatInstance(chat), data);
        return Add(UpdateKinds.CallbackQuery, user.Id + PressLane, new WireUpdate { CallbackQuery = query });
    }

    /// <summary>The bot's own status in a chat changed.</summary>
    public int? Membership(Chat chat, WireUser actor, string before, string after)
    {
        var change = new WireMembership(
            chat.Wire,
            actor,
            world.Time.GetUtcNow().ToUnixTimeSeconds(),
            WireMember.Of(world.Bot, before),
            WireMember.Of(world.Bot, after));
        return Add(UpdateKinds.MyChatMember, chat.Id + MembershipLane, new WireUpdate { MyChatMember = change });
    }

    private bool Reaches(Chat chat, BotMessage message) => chat switch
    {
        // Being removed is the last thing a bot is told of a group.
        _ when !chat.IsHeardByBot => message.Service?.LeftMember == world.Bot.Id,
        GroupChat group when world.Options.PrivacyMode => PrivacyMode.LetsThrough(group, message, world.Bot),
        _ => true,
    };

    private static string ChatInstance(Chat chat) => unchecked(chat.Id * 0x5DEECE66DL).ToString(CultureInfo.InvariantCulture);

    private int? Add(string kind, long lane, WireUpdate update) => world.Updates.Add(kind, lane, update);
}
