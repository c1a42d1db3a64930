package dev.glasstrail.demo.story;

/// One thing that happened. A story holds no state: told twice, it gives the same events.
public interface Story {

    /// The name space of its record ids, in kebab case.
    String name();

    /// Writes the events down.
    void tell(Script script);
}
