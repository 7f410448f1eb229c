using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Configuration;
using Bot.Linguistics;

namespace Bot.Telegram.BuiltIn;

/// <summary>The Bot API over HttpClient. No message of an exception holds the address, since the token is part of it.</summary>
internal sealed class HttpBotApi(HttpClient http, TelegramSettings settings) : IBotApi
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly ApiLinkPreview NoPreview = new(IsDisabled: true);

    private static BotApiJsonContext Json => BotApiJsonContext.Default;

    public async Task<string> GetUserNameAsync(CancellationToken stop) =>
        (await CallAsync<object, ApiUser>("getMe", null, null, Json.ApiAnswerApiUser, CallTimeout, stop)).Username ?? "";

    public async Task<IReadOnlyList<Update>> GetUpdatesAsync(long offset, TimeSpan wait, CancellationToken stop)
    {
        var request = new GetUpdatesRequest(offset, (int)wait.TotalSeconds, ["message", "callback_query"]);
        var updates = await CallAsync("getUpdates", request, Json.GetUpdatesRequest, Json.ApiAnswerApiUpdateArray, wait + CallTimeout, stop);
        return [.. updates.Select(Read)];
    }

    public async Task<int> SendMessageAsync(OutgoingMessage message, CancellationToken stop)
    {
        var reply = message.ReplyTo is { } id ? new ApiReply(id, AllowSendingWithoutReply: true) : null;
        var request = new SendMessageRequest(message.ChatId, message.Html, "HTML", NoPreview, reply, Keyboard(message));
        return (await CallAsync("sendMessage", request, Json.SendMessageRequest, Json.ApiAnswerApiMessage, CallTimeout, stop)).MessageId;
    }

    public async Task EditMessageAsync(int messageId, OutgoingMessage message, CancellationToken stop)
    {
        var request = new EditMessageTextRequest(message.ChatId, messageId, message.Html, "HTML", NoPreview, Keyboard(message));
        try
        {
            await CallAsync("editMessageText", request, Json.EditMessageTextRequest, Json.ApiAnswerApiMessage, CallTimeout, stop);
        }
        catch (BotApiException fault) when (fault.Message.Contains("message is not modified", StringComparison.Ordinal))
        {
        }
    }

    public Task AnswerButtonAsync(string queryId, CancellationToken stop) =>
        CallAsync("answerCallbackQuery", new AnswerCallbackQueryRequest(queryId), Json.AnswerCallbackQueryRequest, Json.ApiAnswerBoolean, CallTimeout, stop);

    public Task SetCommandsAsync(IReadOnlyList<BotCommand> commands, Language? language, CancellationToken stop)
    {
        var request = new SetMyCommandsRequest([.. commands.Select(command => new ApiCommand(command.Name, command.Description))], language?.Code());
        return CallAsync("setMyCommands", request, Json.SetMyCommandsRequest, Json.ApiAnswerBoolean, CallTimeout, stop);
    }

    private static ApiKeyboard? Keyboard(OutgoingMessage message) =>
        message.Buttons.Count == 0 ? null : new ApiKeyboard([[.. message.Buttons.Select(button => new ApiButton(button.Text, button.Data))]]);

    private static Update Read(ApiUpdate update) => update switch
    {
        { Message: { } message } => new Update(update.UpdateId, Message: new IncomingMessage(message.Chat.Id, message.MessageId, message.Chat.Type == "private", message.Text, message.From?.LanguageCode)),
        { CallbackQuery: { Message: { } under, Data: { } data } press } => new Update(update.UpdateId, Press: new ButtonPress(press.Id, under.Chat.Id, under.MessageId, data)),
        _ => new Update(update.UpdateId),
    };

    private async Task<TResult> CallAsync<TRequest, TResult>(string method, TRequest? request, JsonTypeInfo<TRequest>? requestType, JsonTypeInfo<ApiAnswer<TResult>> answerType, TimeSpan timeout, CancellationToken stop)
        where TRequest : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(timeout);
        try
        {
            using var content = request is null ? null : new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, requestType!)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var response = await http.PostAsync(Address(method), content, limit.Token);
            await using var body = await response.Content.ReadAsStreamAsync(limit.Token);
            var answer = await JsonSerializer.DeserializeAsync(body, answerType, limit.Token);
            if (answer is { Ok: true, Result: { } result }) return result;
            throw new BotApiException(answer?.ErrorCode ?? (int)response.StatusCode, answer?.Description ?? "no description", answer?.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new BotApiException(0, $"{method}: {(fault is OperationCanceledException ? "no answer in time" : fault is JsonException ? "the answer is no JSON" : fault.Message)}", inner: null);
        }
    }

    private Uri Address(string method) => new($"{settings.ApiBaseUrl.GetLeftPart(UriPartial.Authority)}{settings.ApiBaseUrl.AbsolutePath.TrimEnd('/')}/bot{settings.Token}/{method}");
}
