namespace BotApi.Simulator;

/// <summary>How to start a <see cref="BotApiServer"/>.</summary>
public sealed class BotApiOptions
{
    /// <summary>The environment variable that names TDLib's library.</summary>
    public const string LibraryVariable = "TDJSON_LIBRARY";

    /// <summary>The bot's token: its id, a colon, and a secret.</summary>
    public string Token { get; init; } = "123456789:simulated-token";

    /// <summary>The port on the loopback interface; zero takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The bot's first name.</summary>
    public string BotName { get; init; } = "Simulated bot";

    /// <summary>The bot's username, without the at sign.</summary>
    public string BotUsername { get; init; } = "simulated_bot";

    /// <summary>
    /// Whether the bot gets only those messages of a group that are meant for it. On for every new bot in Telegram.
    /// </summary>
    public bool PrivacyMode { get; init; } = true;

    /// <summary>
    /// The base of the growing delay between deliveries of an update that the webhook did not take. The second delivery
    /// follows the first at once, as from Telegram; the third comes after twice this time.
    /// </summary>
    public TimeSpan WebhookRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Dates, the age of callback queries and the length of long polls. Waiting in tests goes by the real clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The parser of HTML: by default TDLib's, if <see cref="LibraryVariable"/> names an existing file, else our own.</summary>
    public ITextParser Parser { get; init; } = DefaultParser();

    /// <summary>How many of the latest calls are kept for <see cref="BotApiServer.Calls"/>.</summary>
    public int RememberedCalls { get; init; } = 50_000;

    /// <summary>How many of the latest messages of each chat are kept; replies and edits find no older ones.</summary>
    public int RememberedMessages { get; init; } = int.MaxValue;

    /// <summary>How fast the bot may write; null is as fast as it can.</summary>
    public TelegramLimits? Limits { get; init; }

    /// <summary>The number before the token's colon.</summary>
    internal long BotId => LenientInteger.ToInt64(Token);

    /// <exception cref="ArgumentException">The token is not like 123:abc, or a number is out of range.</exception>
    internal void Check()
    {
        var parts = Token.Split(':');
        if (parts.Length != 2 || !LenientInteger.TryExact(parts[0], out var id) || id <= 0 || parts[1].Length == 0 || Token.Contains('/'))
        {
            throw new ArgumentException("The token must look like 123:abc.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNegative(RememberedCalls);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RememberedMessages);
        Limits?.Check();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(WebhookRetry, TimeSpan.Zero);
    }

    private static ITextParser DefaultParser()
    {
        var library = Environment.GetEnvironmentVariable(LibraryVariable);
        return File.Exists(library) ? new TdLibTextParser(library) : new StrictTextParser();
    }
}
