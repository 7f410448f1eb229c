namespace BotApi.Simulator;

/// <summary><c>getChat</c>, <c>getChatMember</c> and <c>leaveChat</c>.</summary>
internal sealed class ChatMethods(TelegramWorld world, GroupActions groups)
{
    public ApiAnswer Get(CallParameters parameters)
    {
        var chat = world.Chats.Resolve(parameters, ChatAccess.Read);
        lock (chat.Gate)
        {
            return ApiAnswer.Ok(new WireChatInfo(chat.Wire), WireJson.Default.WireChatInfo);
        }
    }

    public ApiAnswer GetMember(CallParameters parameters)
    {
        var userId = parameters.Int64("user_id");
        if (userId <= 0)
        {
            throw ApiException.BadRequest("Invalid user_id specified");
        }

        var access = userId == world.Bot.Id ? ChatAccess.Read : ChatAccess.ReadMembers;
        var chat = world.Chats.Resolve(parameters, access);
        var user = world.FindUser(userId) ?? throw ApiException.BadRequest("user not found");
        lock (chat.Gate)
        {
            var status = chat is SharedChat shared ? shared.StatusOf(userId) : StatusInPrivate(chat, userId);
            return ApiAnswer.Ok(WireMember.Of(user, status), WireJson.Default.WireMember);
        }
    }

    public ApiAnswer Leave(CallParameters parameters)
    {
        var chat = world.Chats.Resolve(parameters, ChatAccess.Read);
        groups.Leave(chat as SharedChat ?? throw ApiException.BadRequest("Can't leave private chats"));
        return ApiAnswer.True;
    }

    private string StatusInPrivate(Chat chat, long userId)
        => userId == chat.Id || userId == world.Bot.Id
            ? MemberStatus.Member
            : throw ApiException.BadRequest("member not found");
}
