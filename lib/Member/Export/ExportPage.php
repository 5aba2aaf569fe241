<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Export;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Member\FirstAnswer\FirstCard;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Days;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IL10N;

/** An export as one document to read or print, without scripts and other files; templates/light.php prints it. */
class ExportPage {
	public function __construct(
		private readonly FirstCard $cards,
		private readonly Network $network,
		private readonly Days $days,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param ?array<string, mixed> $card MemberSchema of src/member/model.ts, as the viewer sees it; null: no card
	 * @param list<array{title: string, lines: list<array{text: string, about?: string}>}> $sections
	 */
	public function document(Viewer $viewer, ?array $card, string $name, array $sections): string {
		$page = [
			'title' => $this->l->t('What Réseau stores about %s', [$name]),
			'network' => $this->network->name(),
			'note' => '',
			'paragraphs' => [
				$this->l->t('Written on %s. The JSON file has the same for programs, with more details.', [DateWords::long($this->l, $this->days->today())]),
				$this->l->t('Anyone who has this file can read all of it: keep it as you would keep a letter.'),
				$card === null ? $this->l->t('There is no card.') : '',
			],
			'card' => $card === null ? null : $this->cards->view($viewer, $card, ''),
			'above' => $this->l->t('The card'),
			'kept' => '',
			'sections' => $sections,
			'answers' => [],
			'question' => '',
		];
		return (new TemplateResponse(Application::APP_ID, 'light', ['page' => $page], TemplateResponse::RENDER_AS_BLANK))->render();
	}
}
