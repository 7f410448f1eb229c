namespace BotApi.Simulator;

/// <summary>The methods the simulator knows, by name in any case.</summary>
internal static class MethodTable
{
    public static Dictionary<string, Method> Of(TelegramWorld world)
    {
        var edits = new EditMethods(world);
        var commands = new CommandMethods(world);
        return new Dictionary<string, Method>(StringComparer.OrdinalIgnoreCase)
        {
            ["getMe"] = At(_ => GetMe(world)),
            ["getUpdates"] = new GetUpdatesMethod(world.Updates).AnswerAsync,
            ["deleteWebhook"] = At(parameters => DeleteWebhook(world, parameters)),
            ["sendMessage"] = At(new SendMessageMethod(world).Answer),
            ["editMessageText"] = At(edits.Text),
            ["editMessageReplyMarkup"] = At(edits.ReplyMarkup),
            ["answerCallbackQuery"] = At(new AnswerCallbackQueryMethod(world.Queries).Answer),
            ["sendChatAction"] = At(new SendChatActionMethod(world.Chats).Answer),
            ["setMyCommands"] = At(commands.Set),
            ["getMyCommands"] = At(commands.Get),
        };
    }

    /// <summary>A method that answers at once.</summary>
    private static Method At(Func<CallParameters, ApiAnswer> answer)
        => (parameters, _) => Task.FromResult(answer(parameters));

    private static ApiAnswer GetMe(TelegramWorld world)
        => ApiAnswer.Ok(new WireMe(world.Bot.Id, world.Bot.FirstName, world.Bot.Username)
        {
            CanReadAllGroupMessages = !world.Options.PrivacyMode,
        }, WireJson.Default.WireMe);

    private static ApiAnswer DeleteWebhook(TelegramWorld world, CallParameters parameters)
    {
        if (!parameters.Flag("drop_pending_updates"))
        {
            return ApiAnswer.Raw("true"u8, "Webhook is already deleted");
        }

        world.Updates.Clear();
        return ApiAnswer.Raw("true"u8, "Webhook was deleted");
    }
}
