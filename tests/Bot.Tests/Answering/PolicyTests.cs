using Bot.Answering;
using Bot.Configuration;
using Bot.Tests.Support;

namespace Bot.Tests.Answering;

public class PolicyTests
{
    private static string? Rule(string message) => Repository.Library.Policy.RuleFor(message)?.Id;

    [Theory]
    [InlineData("Where are the Ukrainian brigades right now?", "live-positions")]
    [InlineData("Де зараз стоять українські війська?", "live-positions")]
    [InlineData("Где сейчас находятся российские войска?", "live-positions")]
    [InlineData("What is Peskov's home address?", "private-data")]
    [InlineData("Який номер телефону в Лаврова?", "private-data")]
    [InlineData("Скажи домашний адрес Зеленского", "private-data")]
    [InlineData("hi", "greeting")]
    [InlineData("Добрий день!", "greeting")]
    [InlineData("Здравствуйте", "greeting")]
    [InlineData("Thank you very much", "thanks")]
    [InlineData("дякую", "thanks")]
    [InlineData("спасибо большое", "thanks")]
    [InlineData("Who are you?", "who-are-you")]
    [InlineData("Привіт, хто ти?", "who-are-you")]
    [InlineData("Привет! ты бот?", "who-are-you")]
    [InlineData("Good morning", "greeting")]
    [InlineData("Good evening, how are you?", "greeting")]
    [InlineData("Good", "thanks")]
    [InlineData("bye", "goodbye")]
    [InlineData("Goodbye!", "goodbye")]
    [InlineData("Thanks, have a nice day", "goodbye")]
    [InlineData("До побачення", "goodbye")]
    [InlineData("Пока!", "goodbye")]
    [InlineData("sorry", "apology")]
    [InlineData("Вибачте", "apology")]
    [InlineData("Извините, пожалуйста", "apology")]
    [InlineData("What can I ask?", "what-to-ask")]
    [InlineData("Hi! What can I ask you about?", "what-to-ask")]
    [InlineData("What can you do?", "what-to-ask")]
    [InlineData("help", "what-to-ask")]
    [InlineData("Про що можна запитати?", "what-to-ask")]
    [InlineData("Що можна спитати?", "what-to-ask")]
    [InlineData("О чём можно спросить?", "what-to-ask")]
    [InlineData("Какие вопросы можно задавать?", "what-to-ask")]
    [InlineData("Write me a poem about spring", "other-task")]
    [InlineData("Hi, can you sing a song please?", "other-task")]
    [InlineData("Translate the agreement", "other-task")]
    [InlineData("Будь ласка, переклади цей текст", "other-task")]
    [InlineData("Можешь написать сочинение?", "other-task")]
    [InlineData("Can you help me?", "what-to-ask")]
    public void What_is_not_looked_up_is_known_by_its_words(string message, string rule) => Assert.Equal(rule, Rule(message));

    [Theory]
    [InlineData("Where did Macron and Trump talk?")]
    [InlineData("Would European troops be deployed in Ukraine?")]
    [InlineData("Where were Russian troops stationed in 2014?")]
    [InlineData("Чому Росія проти військ НАТО?")]
    [InlineData("Who is Lavrov?")]
    [InlineData("Will Zelensky address the parliament?")]
    [InlineData("Good news?")]
    [InlineData("What can you tell me about Macron?")]
    [InlineData("Did Putin say sorry?")]
    [InlineData("Про що можна запитати Лаврова?")]
    [InlineData("What did Lady Gaga sing?")]
    [InlineData("Did anyone translate the agreement into Ukrainian?")]
    [InlineData("Can you tell me who Lavrov is?")]
    [InlineData("Чи можете сказати, хто такий Лавров?")]
    public void A_question_about_the_documents_is_let_through(string message) => Assert.Null(Rule(message));

    [Theory]
    [InlineData("- {id: a, status: maybe, text: thanks, whole: [a]}", "declined, notAQuestion")]
    [InlineData("- {id: a, status: declined, text: thanks}", "one of 'all-of', 'opens' and 'whole'")]
    [InlineData("- {id: a, status: declined, txt: thanks, whole: [a]}", "did you mean 'text'?")]
    [InlineData("- {id: a, status: declined, text: thanks, whole: ['!']}", "'!' holds no word")]
    public void A_broken_rule_says_what_to_do(string rules, string words)
    {
        var folder = Some.Folder();
        File.WriteAllText(Path.Combine(folder, Policy.FileName), rules);

        Assert.Contains(words, Assert.Throws<YamlFileException>(() => Policy.Load(folder)).Message);
    }
}
