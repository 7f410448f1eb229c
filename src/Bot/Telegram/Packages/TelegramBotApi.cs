using System.Text.Json;
using Bot.Configuration;
using Bot.Linguistics;
using global::Telegram.Bot;
using global::Telegram.Bot.Exceptions;
using global::Telegram.Bot.Types;
using global::Telegram.Bot.Types.Enums;
using global::Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram.Packages;

/// <summary>
/// The Bot API over Telegram.Bot, whose own polling is not used: it moves the offset before an update is handled. Its
/// retries are off (one attempt), since the outbox knows when to try again. It drops the path of a base address.
/// </summary>
internal sealed class TelegramBotApi(HttpClient http, TelegramSettings settings) : IBotApi
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    private static readonly UpdateType[] Kinds = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    private readonly TelegramBotClient client = new(
        new TelegramBotClientOptions(settings.Token, settings.ApiBaseUrl.GetLeftPart(UriPartial.Authority)) { RetryCount = 1 }, http);

    public async Task<string> GetUserNameAsync(CancellationToken stop) =>
        (await CallAsync(limit => client.GetMe(limit), CallTimeout, stop)).Username ?? "";

    public async Task<IReadOnlyList<Update>> GetUpdatesAsync(long offset, TimeSpan wait, CancellationToken stop)
    {
        var request = new UpdatesRequest { Offset = offset, Timeout = (int)wait.TotalSeconds, AllowedUpdates = Kinds };
        return await CallAsync(async limit => Array.ConvertAll(await client.SendRequest(request, limit), UpdateReader.Read), wait + CallTimeout, stop);
    }

    public Update ReadUpdate(ReadOnlySpan<byte> json) => UpdateReader.Read(JsonSerializer.Deserialize<JsonElement>(json));

    public async Task<int> SendMessageAsync(OutgoingMessage message, CancellationToken stop)
    {
        var reply = message.ReplyTo is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null;
        return (await CallAsync(limit => client.SendMessage(message.ChatId, message.Text, ParseModeOf(message), replyParameters: reply, replyMarkup: Keyboard(message), linkPreviewOptions: LinkPreviewOptions.Disabled, messageThreadId: message.ThreadId, cancellationToken: limit), CallTimeout, stop)).Id;
    }

    public async Task EditMessageAsync(int messageId, OutgoingMessage message, CancellationToken stop)
    {
        try
        {
            await CallAsync(limit => client.EditMessageText(message.ChatId, messageId, message.Text, ParseModeOf(message), replyMarkup: Keyboard(message), linkPreviewOptions: LinkPreviewOptions.Disabled, cancellationToken: limit), CallTimeout, stop);
        }
        catch (BotApiException fault) when (fault.Message.Contains("message is not modified", StringComparison.Ordinal))
        {
        }
    }

    public Task AnswerButtonAsync(string queryId, string? text, CancellationToken stop) =>
        CallAsync(limit => client.AnswerCallbackQuery(queryId, text, cancellationToken: limit), stop);

    public Task ShowTypingAsync(long chatId, int? threadId, CancellationToken stop) =>
        CallAsync(limit => client.SendChatAction(chatId, ChatAction.Typing, messageThreadId: threadId, cancellationToken: limit), stop);

    public Task ShowPreviewAsync(long chatId, int previewId, string html, CancellationToken stop) =>
        CallAsync(limit => client.SendMessageDraft(chatId, previewId, html, parseMode: ParseMode.Html, cancellationToken: limit), stop);

    public async Task SetIntroductionAsync(Introduction introduction, Language? language, CancellationToken stop)
    {
        var code = language?.Code();
        await CallAsync(limit => client.SetMyCommands(introduction.Commands.Select(command => new global::Telegram.Bot.Types.BotCommand(command.Name, command.Description)), languageCode: code, cancellationToken: limit), stop);
        await CallAsync(limit => client.SetMyDescription(introduction.Description, code, limit), stop);
        await CallAsync(limit => client.SetMyShortDescription(introduction.ShortDescription, code, limit), stop);
    }

    public Task SetWebhookAsync(Uri address, string secret, CancellationToken stop) =>
        CallAsync(limit => client.SetWebhook(address.AbsoluteUri, allowedUpdates: Kinds, secretToken: secret, cancellationToken: limit), stop);

    public async Task<WebhookState> GetWebhookAsync(CancellationToken stop)
    {
        var state = await CallAsync(limit => client.GetWebhookInfo(limit), CallTimeout, stop);
        return new WebhookState(state.Url, state.PendingUpdateCount, state.LastErrorMessage);
    }

    public Task DeleteWebhookAsync(CancellationToken stop) => CallAsync(limit => client.DeleteWebhook(cancellationToken: limit), stop);

    private static ParseMode ParseModeOf(OutgoingMessage message) => message.IsHtml ? ParseMode.Html : ParseMode.None;

    private static InlineKeyboardMarkup? Keyboard(OutgoingMessage message) =>
        message.Buttons.Count == 0 ? null : new InlineKeyboardMarkup(message.Buttons.Select(button => InlineKeyboardButton.WithCallbackData(button.Text, button.Data)));

    private static Task CallAsync(Func<CancellationToken, Task> call, CancellationToken stop) =>
        CallAsync(async limit =>
        {
            await call(limit);
            return true;
        }, CallTimeout, stop);

    private static async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan timeout, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(timeout);
        try
        {
            return await call(limit.Token);
        }
        catch (ApiRequestException fault)
        {
            throw new BotApiException(fault.ErrorCode, fault.Message)
            {
                RetryAfter = fault.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                MigratedTo = fault.Parameters?.MigrateToChatId,
            };
        }
        catch (RequestException fault)
        {
            // Telegram.Bot wraps what cuts a call short, being told to stop included.
            stop.ThrowIfCancellationRequested();
            throw BotApiException.Lost(fault.InnerException ?? new JsonException(fault.Message), (int?)fault.HttpStatusCode ?? 0);
        }
        catch (Exception fault) when (BotApiException.IsLost(fault) && !stop.IsCancellationRequested)
        {
            throw BotApiException.Lost(fault);
        }
    }
}
