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
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\LightPage;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** The notices of the showcase as its pages show them. */
class ShowcaseNotices {
	/** Notices on the page of the network, of a person or of a group. */
	private const LATEST = 6;

	/** Characters of a text in a list. */
	private const EXCERPT = 300;

	public function __construct(
		private readonly PublicNotices $notices,
		private readonly NoticeWords $words,
		private readonly DirectoryWords $directory,
		private readonly IL10N $l,
		private readonly Days $days,
	) {
	}

	/**
	 * @return array<string, mixed> what templates/light.php names of a list
	 */
	public function list(ShowcaseLinks $links, mixed $words, mixed $facets, string $cursor): array {
		$chosen = self::kinds($facets);
		try {
			$found = $this->notices->list($words, $cursor, $facets);
		} catch (ReasonException $e) {
			return [
				'note' => $e->reason === 'bad_cursor'
					? $this->l->t('This page of the list no longer exists. Start again from the beginning.')
					: $this->l->t('This search does not work. Try fewer or shorter words, and choose criteria from the list.'),
				'search' => $this->form($links, LightPage::typed($words), $chosen),
			];
		}
		return [
			'search' => $this->form($links, LightPage::typed($words), $chosen),
			'paragraphs' => [
				$this->directory->how($found),
				$found['notices'] !== [] || $found['next'] !== null ? '' : $this->l->t('No notice is found here.'),
			],
			'sections' => $found['notices'] === [] ? [] : [['title' => '', 'lines' => $this->lines($links, $found['notices'])]],
			'next' => $found['next'] === null ? '' : $links->to('notices', ['q' => LightPage::typed($words), 'facet' => $chosen === [] ? [] : ['kind' => $chosen], 'cursor' => $found['next']]),
		];
	}

	/**
	 * @return array<string, mixed> what templates/light.php names of one: its title, what it says, and who wrote it, if they are in the showcase themselves
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
			'told' => [[
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

	/** @return ?array<string, mixed> a section with those of someone who is in the showcase */
	public function ofPerson(ShowcaseLinks $links, int $id): ?array {
		return $this->section($this->lines($links, $this->notices->of(memberId: $id)));
	}

	/** @return ?array<string, mixed> a section with those that come from a group that is in the showcase */
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
			'about' => FixedSpaces::in(implode("\n", array_filter([$this->line($notice), Excerpt::of($notice['text'], self::EXCERPT)]))),
		], $notices);
	}

	/** @param array<string, mixed> $notice */
	private function line(array $notice): string {
		return $this->words->lineOf($notice['kind'], $notice['mode'], array_column($notice['places'], 'name'), '');
	}

	/**
	 * @param list<string> $chosen
	 * @return array<string, mixed>
	 */
	private function form(ShowcaseLinks $links, string $words, array $chosen): array {
		return ['action' => $links->to('notices'), 'embedded' => $links->embedded, 'q' => $words, 'facets' => [[
			'name' => 'kind',
			'title' => $this->l->t('Kinds of notices'),
			'choices' => array_map(fn (string $kind): array => [
				'id' => $kind,
				'label' => $this->words->kind($kind),
				'count' => null,
				'chosen' => in_array($kind, $chosen, true),
			], NoticeRules::KINDS),
		]]];
	}

	/** @return list<string> the kinds that were chosen, as far as there are such */
	private static function kinds(mixed $facets): array {
		$chosen = is_array($facets) && is_array($facets['kind'] ?? null) ? $facets['kind'] : [];
		return array_values(array_filter(NoticeRules::KINDS, static fn (string $kind): bool => in_array($kind, $chosen, true)));
	}
}
