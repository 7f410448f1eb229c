namespace BotApi.Simulator;

/// <summary>What a service message tells; one of the properties is set.</summary>
internal sealed record ServiceNote
{
    /// <summary>Somebody joined or was added.</summary>
    public long? NewMember { get; init; }

    /// <summary>Somebody left or was removed.</summary>
    public long? LeftMember { get; init; }

    public string? NewTitle { get; init; }

    public string? TopicName { get; init; }

    public long? MigratedTo { get; init; }

    public long? MigratedFrom { get; init; }

    /// <summary>In how many seconds messages disappear from now on.</summary>
    public int? AutoDeleteSeconds { get; init; }
}
