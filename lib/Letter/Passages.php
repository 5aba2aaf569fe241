<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Library\PublishedStories;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\L10N\IFactory;

/** The passages of a letter: found for a period, and read again whenever the letter is shown or sent. */
class Passages {
	/** @var list<PassageSource> */
	private readonly array $sources;

	public function __construct(
		PeoplePassages $people,
		NoticePassages $notices,
		GroupPassages $groups,
		MeetingPassages $meetings,
		SessionPassages $sessions,
		StoryPassages $stories,
		private readonly PublishedStories $files,
		private readonly IFactory $languages,
	) {
		$this->sources = [$people, $notices, $groups, $meetings, $sessions, $stories];
	}

	/** @param string $language code */
	public function words(string $language): LetterWords {
		return new LetterWords($this->languages->get(Application::APP_ID, $language), $language);
	}

	/**
	 * The events of a period that this viewer may see.
	 *
	 * @return array{passages: array<string, Passage>, more: list<string>} by key, by kind and the newest first; and the kinds that have more
	 */
	public function found(Viewer $viewer, Period $period, string $language): array {
		$ids = array_merge(...array_map(static fn (PassageSource $source): array => $source->found($viewer, $period), $this->sources));
		$passages = $this->seen($viewer, $this->read($ids, $language));
		$ordered = [];
		foreach (Passage::KINDS as $kind) {
			foreach ($ids[$kind] ?? [] as $id) {
				$key = Passage::keyOf($kind, $id);
				$ordered += isset($passages[$key]) ? [$key => $passages[$key]] : [];
			}
		}
		return ['passages' => $ordered, 'more' => array_keys(array_filter($ids, static fn (array $its): bool => count($its) >= PassageSource::MOST))];
	}

	/**
	 * @param array<string, list<int>> $ids by kind
	 * @return array<string, Passage> by key, for any reader; without things that are no longer shown
	 */
	public function read(array $ids, string $language): array {
		$words = $this->words($language);
		$passages = [];
		foreach ($this->sources as $source) {
			foreach ($source->read($ids, $words) as $passage) {
				$passages[$passage->key()] = $passage;
			}
		}
		return $passages;
	}

	/**
	 * @param array<string, Passage> $passages
	 * @return array<string, Passage> the passages that a viewer may see
	 */
	public function seen(Viewer $viewer, array $passages): array {
		$files = array_map(static fn (Passage $passage): int => $passage->id, array_values(array_filter($passages, static fn (Passage $passage): bool => $passage->reach === Reach::Library)));
		$has = $this->files->seenBy((string)$viewer->uid, array_values(array_unique($files)));
		return array_filter($passages, static fn (Passage $passage): bool => $passage->isSeenBy($viewer, $has));
	}

	/**
	 * Whether a viewer may see any of these; files are only looked for where nothing else is seen.
	 *
	 * @param array<string, Passage> $passages
	 */
	public function anySeen(Viewer $viewer, array $passages): bool {
		foreach ($passages as $passage) {
			if ($passage->isSeenBy($viewer, [])) {
				return true;
			}
		}
		return $this->seen($viewer, $passages) !== [];
	}
}
