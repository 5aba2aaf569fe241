<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Member\FirstAnswer\DirectoryWords;
use OCA\Reseau\Notice\NoticeRules;
use OCA\Reseau\Notice\NoticeWords;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** The notices of the showcase, for its pages. */
class ShowcaseNotices {
	/** Number of notices on the page of the network, of a person or of a group. */
	private const LATEST = 6;

	public function __construct(
		private readonly PublicNotices $notices,
		private readonly ShowcaseLists $lists,
		private readonly NoticeWords $words,
		private readonly DirectoryWords $directory,
		private readonly IL10N $l,
		private readonly Days $days,
	) {
	}

	/**
	 * @return array<string, mixed> what templates/light.php expects for a list
	 */
	public function list(ShowcaseLinks $links, mixed $words, mixed $facets, string $cursor): array {
		$typed = ShowcaseLists::typed($words, $facets, ['kind']);
		$form = $this->form($links, $typed);
		try {
			$found = $this->notices->list($words, $cursor, $facets);
		} catch (ReasonException $e) {
			return ['note' => $this->lists->refused($e), 'search' => $form];
		}
		return [
			'search' => $form,
			'paragraphs' => [
				$this->directory->how($found),
				$found['notices'] !== [] || $found['next'] !== null ? '' : $this->l->t('No notice is found here.'),
			],
			'sections' => $found['notices'] === [] ? [] : [['title' => '', 'lines' => $this->lines($links, $found['notices'])]],
			'next' => $this->lists->next($links, 'notices', $typed, $found['next']),
		];
	}

	/**
	 * @return array<string, mixed> what templates/light.php expects for a notice: its title, its text, and its author, if they are in the showcase themselves
	 * @throws ReasonException not_found
	 */
	public function one(ShowcaseLinks $links, int $id): array {
		$shown = $this->notices->shown($id);
		$by = $shown['by'];
		$group = $shown['group'];
		return [
			'title' => $shown['title'],
			'paragraphs' => [
				$this->line($shown),
				implode(' · ', $shown['terms']),
			],
			'quotes' => [[
				'title' => $this->l->t('%1$s, on %2$s', [$by['name'] ?? $this->l->t('A member of the network'), $this->words->day($this->l, $this->days->of($shown['published']))]),
				'text' => $this->words->bodyOf($this->l, $shown['text'], $shown['neededBy'], $shown['free']),
			]],
			'sections' => [[
				'title' => '',
				'lines' => array_values(array_filter([
					['text' => $this->l->t('Open until %s', [$this->words->day($this->l, $shown['until'])])],
					$by === null ? null : ['text' => $by['name'], 'href' => $links->to("people/{$by['id']}")],
					$group === null ? null : ['text' => $this->l->t('The group “%s”', [FixedSpaces::in($group['title'])]), 'href' => $links->to("groups/{$group['id']}")],
				])),
			]],
		];
	}

	/** @return ?array<string, mixed> a section with the newest; null if there are none */
	public function latest(ShowcaseLinks $links): ?array {
		$found = $this->notices->of(most: self::LATEST + 1);
		$lines = $this->lines($links, array_slice($found, 0, self::LATEST));
		if (count($found) > self::LATEST) {
			$lines[] = ['text' => $this->l->t('See all of them'), 'href' => $links->to('notices'), 'about' => ''];
		}
		return $this->section($lines);
	}

	/** @return ?array<string, mixed> a section with the notices of someone who is in the showcase */
	public function ofPerson(ShowcaseLinks $links, int $id): ?array {
		return $this->section($this->lines($links, $this->notices->of(memberId: $id)));
	}

	/** @return ?array<string, mixed> a section with the notices of a group that is in the showcase */
	public function ofGroup(ShowcaseLinks $links, int $id): ?array {
		return $this->section($this->lines($links, $this->notices->of(groupId: $id)));
	}

	/**
	 * @param list<array<string, string>> $lines
	 * @return ?array<string, mixed>
	 */
	private function section(array $lines): ?array {
		return $lines === [] ? null : ['title' => $this->l->t('Notices'), 'lines' => $lines];
	}

	/**
	 * @param list<array<string, mixed>> $notices
	 * @return list<array<string, string>>
	 */
	private function lines(ShowcaseLinks $links, array $notices): array {
		return array_map(fn (array $notice): array => [
			'text' => $notice['title'],
			'href' => $links->to("notices/{$notice['id']}"),
			'about' => FixedSpaces::in(implode("\n", array_filter([$this->line($notice), Excerpt::of($notice['text'], ShowcaseLists::EXCERPT)]))),
		], $notices);
	}

	/** @param array<string, mixed> $notice */
	private function line(array $notice): string {
		return $this->words->lineOf($notice['kind'], $notice['mode'], array_column($notice['places'], 'name'), '');
	}

	/** @return array<string, mixed> */
	private function form(ShowcaseLinks $links, Criteria $criteria): array {
		return $this->lists->form($links, 'notices', $criteria, ['kind' => $this->l->t('Kinds of notices')], [
			'kind' => array_map(fn (string $kind): array => ['id' => $kind, 'label' => $this->words->kind($kind)], NoticeRules::KINDS),
		]);
	}
}
