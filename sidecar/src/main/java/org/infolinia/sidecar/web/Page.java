package org.infolinia.sidecar.web;

import java.util.concurrent.CompletionStage;

/** What is found at one path. */
@FunctionalInterface
interface Page {

    CompletionStage<Answer> answer();
}
