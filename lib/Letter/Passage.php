<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use Closure;
use OCA\Reseau\Shared\Audience\Viewer;

/**
 * The text of a letter about one thing of the network, in the language of the letter. It has only the words that everyone who sees the passage may read, so that
 * it is the same for all of them; some readers do not see it at all.
 */
final class Passage {
	/** The kinds of passages: PASSAGE_KINDS of src/letter/model.ts. */
	public const PERSON = 'person';
	public const NOTICE = 'notice';
	/** The outcome of a notice. */
	public const OUTCOME = 'outcome';
	/** A group that was opened. */
	public const GROUP = 'group';
	/** What a group looks for. */
	public const SEEKING = 'seeking';
	public const CLOSED = 'closed';
	public const STORY = 'story';
	/** A sheet that asks for help. */
	public const HELP = 'help';
	/** A coming meeting of a group. */
	public const DATE = 'date';
	/** A coming session of needs and offers. */
	public const SESSION = 'session';

	public const KINDS = [self::PERSON, self::NOTICE, self::OUTCOME, self::GROUP, self::SEEKING, self::CLOSED, self::STORY, self::HELP, self::DATE, self::SESSION];

	/**
	 * @param int $id of the thing, by its kind
	 * @param string $line one line below the title, may be empty
	 * @param string $text some sentences, may be empty
	 * @param string $path of its page in the app; empty: members have none
	 * @param int $at seconds since 1970, when it happened, or will happen
	 * @param string $of title of the group, if only its people see it
	 * @param array{places: list<array{kind: string, code: string}>, terms: list<string>, groups: list<int>} $about to know which readers it concerns
	 * @param Closure(Viewer): bool $seen whether a reader sees it, except for what Files decides
	 * @param ?string $outcome of a story: one of SheetRules::OUTCOMES
	 * @param array<array-key, mixed> $content its content, without the words of a language or locale: another one has the same content
	 */
	public function __construct(
		public readonly string $kind,
		public readonly int $id,
		public readonly string $title,
		public readonly string $line,
		public readonly string $text,
		public readonly string $path,
		public readonly int $at,
		public readonly Reach $reach,
		public readonly string $of,
		public readonly array $about,
		private readonly Closure $seen,
		private readonly array $content,
		public readonly ?string $outcome = null,
	) {
	}

	public static function keyOf(string $kind, int $id): string {
		return "$kind $id";
	}

	public function key(): string {
		return self::keyOf($this->kind, $this->id);
	}

	/** The key stays the same as long as the content does. */
	public function hash(): string {
		return hash('sha256', json_encode($this->content, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE));
	}

	/** @param array<int, true> $files of the library that the viewer has, among those that passages are about */
	public function isSeenBy(Viewer $viewer, array $files): bool {
		return ($this->seen)($viewer) && ($this->reach !== Reach::Library || isset($files[$this->id]));
	}
}
