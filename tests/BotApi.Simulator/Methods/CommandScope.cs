namespace BotApi.Simulator;

/// <summary>Reads <c>scope</c> into a name that tells scopes apart.</summary>
internal sealed class CommandScope(ChatDirectory chats)
{
    public static string Read(CallParameters parameters)
    {
        if (parameters.Json("scope", "BotCommandScope") is not { } json)
        {
            return "default";
        }

        try
        {
            json.AsObject("BotCommandScope must be an Object");
            var type = json.RequiredText("type");
            return type switch
            {
                "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators" => type,
                "chat" or "chat_administrators" => $"{type} {json.RequiredText("chat_id")}",
                "chat_member" => $"{type} {json.RequiredText("chat_id")} {json.RequiredText("user_id")}",
                _ => throw ApiException.BadRequest("Unsupported type specified"),
            };
        }
        catch (ApiException error)
        {
            throw ApiException.BadRequest($"Can't parse BotCommandScope: {error.Reason}");
        }
    }

    /// <summary>A scope of one chat needs that chat.</summary>
    public void RequireChat(string scope)
    {
        var parts = scope.Split(' ');
        if (parts.Length > 1)
        {
            chats.Known(LenientInteger.ToInt64(parts[1]));
        }
    }
}
