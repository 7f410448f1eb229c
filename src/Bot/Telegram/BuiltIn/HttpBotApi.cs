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
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private readonly string address = $"{settings.ApiBaseUrl.GetLeftPart(UriPartial.Authority)}{settings.ApiBaseUrl.AbsolutePath.TrimEnd('/')}/bot{settings.Token}/";

    private static BotApiJsonContext Json => BotApiJsonContext.Default;

    public async Task<string> GetUserNameAsync(CancellationToken stop) =>
        (await CallAsync<object, ApiUser>("getMe", null, null, Json.ApiAnswerApiUser, CallTimeout, stop)).Username ?? "";

    public async Task<IReadOnlyList<Update>> GetUpdatesAsync(long offset, TimeSpan wait, CancellationToken stop)
    {
        var request = new GetUpdatesRequest(offset, (int)wait.TotalSeconds, Update.Kinds);
        var updates = await CallAsync("getUpdates", request, Json.GetUpdatesRequest, Json.ApiAnswerJsonElementArray, wait + CallTimeout, stop);
        return Array.ConvertAll(updates, Read);
    }

    /// <summary>One update that is not as it should be must not keep those behind it from coming: only its number counts.</summary>
    private static Update Read(JsonElement update)
    {
        try
        {
            return UpdateReader.Read(update.Deserialize(Json.ApiUpdate)!);
        }
        catch (JsonException)
        {
            return new Update(update.GetProperty("update_id").GetInt64());
        }
    }

    public Update ReadUpdate(ReadOnlySpan<byte> json) =>
        UpdateReader.Read(JsonSerializer.Deserialize(json, Json.ApiUpdate) is { UpdateId: not 0 } update ? update : throw new JsonException("It is no update."));

    public async Task<int> SendMessageAsync(OutgoingMessage message, CancellationToken stop)
    {
        var reply = message.ReplyTo is { } id ? new ApiReply(id, AllowSendingWithoutReply: true) : null;
        var request = new SendMessageRequest(message.ChatId, message.ThreadId, message.Text, ParseMode(message), NoPreview, reply, Keyboard(message));
        return (await CallAsync("sendMessage", request, Json.SendMessageRequest, Json.ApiAnswerApiMessage, CallTimeout, stop)).MessageId;
    }

    public async Task EditMessageAsync(int messageId, OutgoingMessage message, CancellationToken stop)
    {
        var request = new EditMessageTextRequest(message.ChatId, messageId, message.Text, ParseMode(message), NoPreview, Keyboard(message));
        try
        {
            await CallAsync("editMessageText", request, Json.EditMessageTextRequest, Json.ApiAnswerApiMessage, CallTimeout, stop);
        }
        catch (BotApiException fault) when (fault.Message.Contains("message is not modified", StringComparison.Ordinal))
        {
        }
    }

    public Task AnswerButtonAsync(string queryId, string? text, CancellationToken stop) =>
        CallAsync("answerCallbackQuery", new AnswerCallbackQueryRequest(queryId, text), Json.AnswerCallbackQueryRequest, Json.ApiAnswerBoolean, CallTimeout, stop);

    public Task ShowTypingAsync(long chatId, int? threadId, CancellationToken stop) =>
        CallAsync("sendChatAction", new SendChatActionRequest(chatId, threadId, "typing"), Json.SendChatActionRequest, Json.ApiAnswerBoolean, CallTimeout, stop);

    public Task ShowPreviewAsync(long chatId, int previewId, string html, CancellationToken stop) =>
        CallAsync("sendMessageDraft", new SendMessageDraftRequest(chatId, previewId, html, "HTML"), Json.SendMessageDraftRequest, Json.ApiAnswerBoolean, CallTimeout, stop);

    public async Task SetIntroductionAsync(Introduction introduction, Language? language, CancellationToken stop)
    {
        var code = language?.Code();
        var commands = introduction.Commands.Select(command => new ApiCommand(command.Name, command.Description)).ToList();
        await CallAsync("setMyCommands", new SetMyCommandsRequest(commands, code), Json.SetMyCommandsRequest, Json.ApiAnswerBoolean, CallTimeout, stop);
        await CallAsync("setMyDescription", new SetMyDescriptionRequest(introduction.Description, code), Json.SetMyDescriptionRequest, Json.ApiAnswerBoolean, CallTimeout, stop);
        await CallAsync("setMyShortDescription", new SetMyShortDescriptionRequest(introduction.ShortDescription, code), Json.SetMyShortDescriptionRequest, Json.ApiAnswerBoolean, CallTimeout, stop);
    }

    public Task SetWebhookAsync(Uri url, string secret, CancellationToken stop) =>
        CallAsync("setWebhook", new SetWebhookRequest(url, secret, Update.Kinds), Json.SetWebhookRequest, Json.ApiAnswerBoolean, CallTimeout, stop);

    public async Task<WebhookState> GetWebhookAsync(CancellationToken stop)
    {
        var state = await CallAsync<object, ApiWebhook>("getWebhookInfo", null, null, Json.ApiAnswerApiWebhook, CallTimeout, stop);
        return new WebhookState(state.Url ?? "", state.PendingUpdateCount, state.LastErrorMessage);
    }

    public Task DeleteWebhookAsync(CancellationToken stop) =>
        CallAsync<object, bool>("deleteWebhook", null, null, Json.ApiAnswerBoolean, CallTimeout, stop);

    private static string? ParseMode(OutgoingMessage message) => message.IsHtml ? "HTML" : null;

    private static ApiKeyboard? Keyboard(OutgoingMessage message) =>
        message.Buttons.Count == 0 ? null : new ApiKeyboard([[.. message.Buttons.Select(button => new ApiButton(button.Text, button.Data))]]);

    private async Task<TResult> CallAsync<TRequest, TResult>(string method, TRequest? request, JsonTypeInfo<TRequest>? requestType, JsonTypeInfo<ApiAnswer<TResult>> answerType, TimeSpan timeout, CancellationToken stop)
        where TRequest : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(timeout);
        var status = 0;
        try
        {
            using var content = request is null ? null : new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, requestType!)) { Headers = { ContentType = JsonType } };
            using var response = await http.PostAsync(address + method, content, limit.Token);
            status = (int)response.StatusCode;
            await using var body = await response.Content.ReadAsStreamAsync(limit.Token);
            var answer = await JsonSerializer.DeserializeAsync(body, answerType, limit.Token);
            return answer is { Ok: true, Result: { } result } ? result : throw Refusal(answer, status);
        }
        catch (Exception fault) when (BotApiException.IsLost(fault) && !stop.IsCancellationRequested)
        {
            throw BotApiException.Lost(fault, status);
        }
    }

    private static BotApiException Refusal<TResult>(ApiAnswer<TResult>? answer, int status) => new(answer?.ErrorCode ?? status, answer?.Description ?? "no description")
    {
        RetryAfter = answer?.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        MigratedTo = answer?.Parameters?.MigrateToChatId,
    };
}
