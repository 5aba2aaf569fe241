<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IURLGenerator;

/** Whether there is a public showcase: an administrator allows it, a facilitator of the network opens it, and either of them closes all of it. */
class Showcase {
	public function __construct(
		private readonly Network $network,
		private readonly IURLGenerator $urls,
	) {
	}

	/** @return array<string, mixed> ShowcaseSchema of src/showcase/model.ts, without `groups`, `stories` and `notices` */
	public function present(Viewer $viewer): array {
		return [
			'allowed' => $this->network->allowsShowcase(),
			'open' => $this->isOpen(),
			'indexed' => $this->network->showcaseIndexed(),
			'address' => $this->address(),
			'frames' => $viewer->facilitator ? $this->network->showcaseFrames() : [],
			'can' => ['open' => $viewer->facilitator && $this->network->allowsShowcase()],
		];
	}

	/**
	 * @param mixed $open raw input; to close works whether it is allowed or not
	 * @throws ReasonException not_yours · wrong_type · showcase_off
	 */
	public function change(Viewer $viewer, mixed $open): void {
		$this->network->requireFacilitator((string)$viewer->uid);
		$open = Input::flag($open ?? 'neither', 'open');
		if ($open) {
			$this->requireAllowed();
		}
		$this->network->setOpensShowcase($open);
	}

	/**
	 * @throws ReasonException showcase_off: no administrator allows it
	 */
	public function requireAllowed(): void {
		if (!$this->network->allowsShowcase()) {
			throw new ReasonException('showcase_off', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/**
	 * For its pages.
	 *
	 * @throws ReasonException not_found
	 */
	public function requireOpen(): void {
		if (!$this->isOpen()) {
			throw ReasonException::notFound();
		}
	}

	public function isOpen(): bool {
		return $this->network->allowsShowcase() && $this->network->opensShowcase();
	}

	/** @param string $page below the showcase, such as `people/7`; empty: its first page */
	public function address(string $page = ''): string {
		return $this->urls->getAbsoluteURL($this->urls->linkToRoute('reseau.page.index') . 'public' . ($page === '' ? '' : "/$page"));
	}
}
