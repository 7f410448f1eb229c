using Bot.Configuration;

namespace Bot.Tests.Architecture;

public class FolderOrderTests
{
    /// <summary>The way of the data: a folder uses only those above it.</summary>
    private static readonly string[] Order =
    [
        "Configuration", "Storage", "Limits", "LanguageModels", "Linguistics", "Corpus", "Conversations", "Retrieval", "Embeddings", "Attribution", "Evidence", "Composition", "Citations",
        "Answering", "Presentation", "Telegram", "Operations", "Delivery", "Privacy", "Receiving", "Evaluation", "Web", "Cli",
    ];

    private static string Assembly => typeof(BotSettings).Assembly.Location;

    [Fact]
    public void A_folder_uses_only_folders_above_it() => Assert.Empty(FolderOrder.Violations(Assembly, Order));

    [Fact]
    public void Every_folder_has_its_place_in_the_order() => Assert.Equal(Order.Order(), FolderOrder.Folders(Assembly).Order());

    [Fact]
    public void A_use_against_the_order_is_found()
    {
        // With the first folder put last, everything that reads settings stands above what it uses.
        var violations = FolderOrder.Violations(Assembly, [.. Order.Skip(1), Order[0]]);

        Assert.Contains(violations, violation => violation.StartsWith("Bot.Corpus.", StringComparison.Ordinal) && violation.Contains("Bot.Configuration.YamlFile"));
    }
}
