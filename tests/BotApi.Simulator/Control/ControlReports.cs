using System.Globalization;
using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>The <c>/control/</c> calls that tell what happened.</summary>
internal sealed class ControlReports(TelegramWorld world)
{
    private readonly MessageWriter writer = new(world);

    /// <summary>The messages of <c>?user=</c>, or those after <c>after=</c>.</summary>
    public ApiAnswer Messages(IQueryCollection query)
    {
        var chat = world.Chats.Get((long)Number(query, "user", 0));
        lock (chat.Gate)
        {
            var messages = chat.Messages.After((int)Number(query, "after", 0));
            return ApiAnswer.Ok(Write(chat, messages), WireJson.Default.IReadOnlyListWireMessage);
        }
    }

    /// <summary>The calls received, or only those of <c>?method=</c>.</summary>
    public ApiAnswer Calls(IQueryCollection query)
    {
        var method = query["method"].ToString();
        IReadOnlyList<ControlCall> calls =
        [
            .. world.Calls.List(method.Length == 0 ? null : method).Select(call =>
            {
                using var parameters = JsonDocument.Parse(call.Json);
                return new ControlCall(call.Method, call.Time, parameters.RootElement.Clone());
            }),
        ];
        return ApiAnswer.Ok(calls, WireJson.Default.IReadOnlyListControlCall);
    }

    /// <summary>The newest message's id in a chat, zero when there is none.</summary>
    public int LastMessageId(long chatId)
    {
        if (world.Chats.Find(chatId) is not { } chat)
        {
            return 0;
        }

        lock (chat.Gate)
        {
            return chat.Messages.LastMessageId;
        }
    }

    /// <summary>The result of an action, with the bot's messages after it if the query asks to wait for them.</summary>
    public async Task<ApiAnswer> AfterAsync(
        ControlResult result, long chatId, int before, IQueryCollection query, CancellationToken cancellation)
    {
        var wait = TimeSpan.FromSeconds(Number(query, "wait", 0));
        if (wait > TimeSpan.Zero)
        {
            var chat = world.Chats.Get(chatId);
            var pause = TimeSpan.FromSeconds(Number(query, "pause", 1));
            var messages = await ChatWatcher.CollectAsync(chat, before, wait, pause, cancellation);
            lock (chat.Gate)
            {
                result = result with { Messages = Write(chat, messages) };
            }
        }

        return ApiAnswer.Ok(result, WireJson.Default.ControlResult);
    }

    private static double Number(IQueryCollection query, string name, double missing)
        => query.TryGetValue(name, out var text) ? double.Parse(text.ToString(), CultureInfo.InvariantCulture) : missing;

    private IReadOnlyList<WireMessage> Write(Chat chat, IReadOnlyList<BotMessage> messages)
        => [.. messages.Select(message => writer.Write(chat, message))];
}
