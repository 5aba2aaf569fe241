<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCA\Reseau\AppInfo\Application;
use OCP\AppFramework\Http\TemplateResponse;

/** Responses of pages without login: whole documents without scripts or other files, which send no referrer to other sites. */
final class LightPage {
	/**
	 * @param callable(): array<string, mixed> $view data for templates/light.php; throws if the link is invalid
	 * @param callable(): array<string, mixed> $gone the data in that case
	 * @param bool $throttles whether a link that does not exist counts as a guess
	 */
	public static function answer(callable $view, callable $gone, bool $throttles = true): TemplateResponse {
		try {
			return self::respond($view());
		} catch (ReasonException $e) {
			$response = self::respond($gone());
			$response->setStatus($e->status);
			if ($e->throttle && $throttles) {
				$response->throttle();
			}
			return $response;
		}
	}

	/** A page with one sentence, which needs no table. */
	public static function sentence(string $title, string $sentence): TemplateResponse {
		return self::respond(['title' => $title, 'network' => $title, 'paragraphs' => [$sentence], 'note' => '', 'card' => null, 'answers' => [], 'question' => '']);
	}

	/** Text that a person typed into a form, to be shown again; empty if it is not text. */
	public static function typed(mixed $text): string {
		return is_string($text) && mb_check_encoding($text, 'UTF-8') ? $text : '';
	}

	/** @param array<string, mixed> $view */
	private static function respond(array $view): TemplateResponse {
		$response = new TemplateResponse(Application::APP_ID, 'light', ['page' => $view], TemplateResponse::RENDER_AS_BLANK);
		$response->addHeader('Referrer-Policy', 'no-referrer');
		return $response;
	}
}
