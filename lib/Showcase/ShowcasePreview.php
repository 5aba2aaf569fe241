<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\ReasonException;
use OCP\IURLGenerator;

/** A summary of a page of the public showcase, for links to it in texts: no one sees more of it than a visitor. */
class ShowcasePreview {
	private const EXCERPT = 300;

	public function __construct(
		private readonly Showcase $showcase,
		private readonly ShowcasePages $pages,
		private readonly IURLGenerator $urls,
	) {
	}

	/**
	 * @param string $path below the first page, such as `/people/7`; empty: the first page
	 * @return ?array{title: string, text: string} null if nothing is shown there
	 */
	public function of(string $path): ?array {
		preg_match('~^(|/charter|/people|/groups|/notices|/stories)(?:/(\d{1,18}))?/?\z~', $path, $found);
		[$section, $id] = [$found[1] ?? null, (int)($found[2] ?? 0)];
		$isOne = isset($found[2]);
		$links = new ShowcaseLinks($this->urls->linkToRoute('reseau.page.index'), false);
		try {
			$this->showcase->requireOpen();
			$page = match ([$section, $isOne]) {
				['', false] => $this->pages->network($links),
				['/charter', false] => $this->pages->charter($links),
				['/people', false] => $this->pages->peopleHead($links),
				['/people', true] => $this->pages->person($links, $id),
				['/groups', false] => $this->pages->groups($links, ''),
				['/groups', true] => $this->pages->group($links, $id),
				['/notices', false] => $this->pages->noticesHead($links),
				['/notices', true] => $this->pages->notice($links, $id),
				['/stories', false] => $this->pages->stories($links, '', [], ''),
				['/stories', true] => $this->pages->story($links, $id),
				default => throw ReasonException::notFound(),
			};
		} catch (ReasonException) {
			return null;
		}
		$texts = array_filter([$page['card']['headline'] ?? '', $page['card']['line'] ?? '', ...$page['paragraphs'], $page['network']]);
		return ['title' => $page['title'], 'text' => Excerpt::of(array_values($texts)[0] ?? '', self::EXCERPT)];
	}
}
