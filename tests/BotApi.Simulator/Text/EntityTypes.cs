namespace BotApi.Simulator;

/// <summary>The Bot API's names of entity types, and how Telegram ranks and groups them.</summary>
internal static class EntityTypes
{
    public const string Bold = "bold";
    public const string Italic = "italic";
    public const string Underline = "underline";
    public const string Strikethrough = "strikethrough";
    public const string Spoiler = "spoiler";
    public const string Code = "code";
    public const string Pre = "pre";
    public const string TextLink = "text_link";
    public const string TextMention = "text_mention";
    public const string CustomEmoji = "custom_emoji";
    public const string Blockquote = "blockquote";
    public const string ExpandableBlockquote = "expandable_blockquote";
    public const string DateTime = "date_time";
    public const string BotCommand = "bot_command";
    public const string Mention = "mention";

    private static readonly string[] Splittable = [Bold, Italic, Underline, Strikethrough, Spoiler];

    /// <summary>How many types may be cut in pieces where they cross others.</summary>
    public static int SplittableCount => Splittable.Length;

    /// <summary>The place of a splittable type among its kind, or -1.</summary>
    public static int SplittableIndex(string type) => Array.IndexOf(Splittable, type);

    public static string SplittableAt(int index) => Splittable[index];

    public static bool IsSplittable(TextEntity entity) => SplittableIndex(entity.Type) >= 0;

    public static bool IsBlockquote(TextEntity entity) => entity.Type is Blockquote or ExpandableBlockquote;

    /// <summary>Nothing may be nested in these.</summary>
    public static bool IsOpaque(TextEntity entity) => entity.Type is Code or Pre or DateTime;

    public static bool IsContinuous(TextEntity entity)
        => !IsSplittable(entity) && !IsBlockquote(entity) && !IsOpaque(entity);

    /// <summary>Of two entities over one range, the lower rank is the outer one.</summary>
    public static int Rank(TextEntity entity) => entity.Type switch
    {
        Blockquote or ExpandableBlockquote => 0,
        Pre => entity.Language is null ? 11 : 10,
        Code => 20,
        DateTime => 30,
        TextLink or TextMention => 49,
        Bold => 90,
        Italic => 91,
        Underline => 92,
        Strikethrough => 93,
        Spoiler => 94,
        CustomEmoji => 99,
        _ => 50,
    };
}
