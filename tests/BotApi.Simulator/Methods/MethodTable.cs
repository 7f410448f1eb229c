namespace BotApi.Simulator;

/// <summary>The methods the simulator knows, by name in any case.</summary>
internal static class MethodTable
{
    public static Dictionary<string, Method> Of(TelegramWorld world, GroupActions groups)
    {
        var edits = new EditMethods(world);
        var commands = new CommandMethods(world);
        var webhooks = new WebhookMethods(world);
        var chats = new ChatMethods(world, groups);
        var descriptions = new DescriptionMethods("description", MessageLimits.Description, "DESCRIPTION_TOO_LONG");
        var shortDescriptions = new DescriptionMethods("short_description", MessageLimits.ShortDescription, "ABOUT_TOO_LONG");
        return new Dictionary<string, Method>(StringComparer.OrdinalIgnoreCase)
        {
            ["getMe"] = At(_ => GetMe(world)),
            ["getUpdates"] = new GetUpdatesMethod(world.Updates).AnswerAsync,
            ["setWebhook"] = webhooks.SetAsync,
            ["deleteWebhook"] = webhooks.DeleteAsync,
            ["getWebhookInfo"] = At(_ => webhooks.Info()),
            ["sendMessage"] = At(new SendMessageMethod(world).Answer),
            ["sendMessageDraft"] = At(new SendMessageDraftMethod(world).Answer),
            ["deleteMessage"] = At(new DeleteMessageMethod(world).Answer),
            ["getChat"] = At(chats.Get),
            ["getChatMember"] = At(chats.GetMember),
            ["leaveChat"] = At(chats.Leave),
            ["setMyDescription"] = At(descriptions.Set),
            ["getMyDescription"] = At(descriptions.Get),
            ["setMyShortDescription"] = At(shortDescriptions.Set),
            ["getMyShortDescription"] = At(shortDescriptions.Get),
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
}
