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

    private readonly TelegramBotClient client = new(
        new TelegramBotClientOptions(settings.Token, settings.ApiBaseUrl.GetLeftPart(UriPartial.Authority)) { RetryCount = 1 }, http);

    public async Task<string> GetUserNameAsync(CancellationToken stop) =>
        (await CallAsync(limit => client.GetMe(limit), CallTimeout, stop)).Username ?? "";

    public async Task<IReadOnlyList<Update>> GetUpdatesAsync(long offset, TimeSpan wait, CancellationToken stop)
    {
        var updates = await CallAsync(limit => client.GetUpdates((int)offset, timeout: (int)wait.TotalSeconds, allowedUpdates: [UpdateType.Message, UpdateType.CallbackQuery], cancellationToken: limit), wait + CallTimeout, stop);
        return [.. updates.Select(Read)];
    }

    public async Task<int> SendMessageAsync(OutgoingMessage message, CancellationToken stop)
    {
        var reply = message.ReplyTo is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null;
        return (await CallAsync(limit => client.SendMessage(message.ChatId, message.Html, ParseMode.Html, replyParameters: reply, replyMarkup: Keyboard(message), linkPreviewOptions: LinkPreviewOptions.Disabled, cancellationToken: limit), CallTimeout, stop)).Id;
    }

    public async Task EditMessageAsync(int messageId, OutgoingMessage message, CancellationToken stop)
    {
        try
        {
            await CallAsync(limit => client.EditMessageText(message.ChatId, messageId, message.Html, ParseMode.Html, replyMarkup: Keyboard(message), linkPreviewOptions: LinkPreviewOptions.Disabled, cancellationToken: limit), CallTimeout, stop);
        }
        catch (BotApiException fault) when (fault.Message.Contains("message is not modified", StringComparison.Ordinal))
        {
        }
    }

    public Task AnswerButtonAsync(string queryId, CancellationToken stop) =>
        CallAsync(async limit =>
        {
            await client.AnswerCallbackQuery(queryId, cancellationToken: limit);
            return true;
        }, CallTimeout, stop);

    public Task SetCommandsAsync(IReadOnlyList<BotCommand> commands, Language? language, CancellationToken stop) =>
        CallAsync(async limit =>
        {
            await client.SetMyCommands(commands.Select(command => new global::Telegram.Bot.Types.BotCommand(command.Name, command.Description)), languageCode: language?.Code(), cancellationToken: limit);
            return true;
        }, CallTimeout, stop);

    private static InlineKeyboardMarkup? Keyboard(OutgoingMessage message) =>
        message.Buttons.Count == 0 ? null : new InlineKeyboardMarkup(message.Buttons.Select(button => InlineKeyboardButton.WithCallbackData(button.Text, button.Data)));

    private static Update Read(global::Telegram.Bot.Types.Update update) => update switch
    {
        { Message: { } message } => new Update(update.Id, Message: new IncomingMessage(message.Chat.Id, message.Id, message.Chat.Type is ChatType.Private, message.Text, message.From?.LanguageCode)),
        { CallbackQuery: { Message: { } under, Data: { } data } press } => new Update(update.Id, Press: new ButtonPress(press.Id, under.Chat.Id, under.Id, data)),
        _ => new Update(update.Id),
    };

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
            throw new BotApiException(fault.ErrorCode, fault.Message, fault.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        }
        catch (RequestException fault)
        {
            throw new BotApiException((int?)fault.HttpStatusCode is { } code and >= 500 ? code : 0, fault.InnerException?.Message ?? fault.Message);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new BotApiException(0, fault is OperationCanceledException ? "no answer in time" : fault.Message);
        }
    }
}
